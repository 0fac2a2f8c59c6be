# banmian: what can be done with a checkout. Every target sets up what it needs first, in .venv and nowhere else.

BIN := .venv/bin
DEMO := $(CURDIR)/demo
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help demo serve test check bench bench-ablation bench-read bench-articles bench-confidence bench-others bench-faults bench-glyphs bench-joins bench-proof bench-repair bench-separation bench-text format lock clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 27

demo: ## publish the sample issue to ./demo and print the page to open
	@tools/setup run
	@$(BIN)/banmian publish tests/pages/district-weekly/issue.pdf -o "$(DEMO)"

serve: ## serve ./demo on this machine
	@test -f "$(DEMO)/index.html" || $(MAKE) --no-print-directory demo
	@tools/setup run
	@$(BIN)/banmian serve "$(DEMO)" --port $(PORT)

test: check ## every check and every test
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest

check: ## style, types, walls, the site's scripts
	@tools/setup test
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/npm.py run check

bench: bench-read bench-faults bench-text ## every measurement that has a command

bench-read: ## what reading a page costs, beside other programs
	@tools/setup bench
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python bench/read.py

bench-articles: ## how well articles are read from random papers, beside other programs
	@tools/setup bench
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python bench/articles.py

bench-text: ## how well front pages as OCR text are read
	@tools/setup test
	$(BIN)/python bench/text.py

bench-glyphs: ## how well glyphs of both scripts are told apart
	@tools/setup test
	$(BIN)/python bench/glyphs.py

bench-joins: ## how well lines become paragraphs and words (DATA=folder)
	@tools/setup test
	$(BIN)/python bench/joins.py $(DATA)

bench-proof: ## how well planted faults of print are found, and what is told of clean papers
	@tools/setup test
	$(BIN)/python bench/proof.py

bench-repair: ## strays mended beside OpenCC, its own cases, speed of all repairs
	@tools/setup test
	$(BIN)/python bench/repair.py

bench-others: ## how well issues that other typesetters set are read
	@tools/setup test
	$(BIN)/python bench/others.py

bench-separation: ## how well articles are told apart on pages of other people (DATA=folder)
	@tools/setup test
	$(BIN)/python bench/separation.py $(DATA)

bench-ablation: ## what each kind of evidence is worth
	@tools/setup bench
	$(BIN)/python bench/ablation.py

bench-confidence: ## how often articles of each confidence are right
	@tools/setup bench
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python bench/confidence.py

bench-faults: ## 300 damaged inputs published
	@tools/setup bench
	$(BIN)/python bench/faults.py

format: ## put the code in its usual form
	@tools/setup test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: ## pin the requirements anew
	@tools/setup build
	tools/lock

clean: ## remove what was made here
	rm -rf .venv demo web/node_modules src/banmian/publish/site/assets .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache
