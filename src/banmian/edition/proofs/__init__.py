"""What print got wrong or left doubtful, one finder a kind: an issue in, findings out, nothing guessed."""

from banmian.edition.proofs.reading import findings_of

__all__ = ["findings_of"]
