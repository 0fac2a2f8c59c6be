"""The plan as data, and what carries it out: a page at a time, remembered, in one process or several."""

import os

# The matrices of a page are so small that BLAS's threads cost twice the whole reading and bring nothing (`make
# bench-read`); pages are read side by side instead. Whoever sets the variable, or imports numpy first, has it his way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
