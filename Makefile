# The project's tasks; `make` lists them. Each does the set-up that it needs by itself (tools/klaar.sh).
.DEFAULT_GOAL := help
.SILENT:
.PHONY: help nieuw controle plan verschil plannen pdf toegankelijk klaar test soak controleer-code bench bench-lang lock schoon
MAKEFLAGS += --no-builtin-rules --no-print-directory

# What a user types is text: never expanded by make, and seen by the shell as a quoted variable only.
override WIJK := $(value WIJK)
override NAAM := $(value NAAM)
override WIJKEN := $(value WIJKEN)
override STATUS := $(value STATUS)
override BESTAND := $(value BESTAND)
override BEWERKT := $(value BEWERKT)
override OPNIEUW := $(value OPNIEUW)
override MARKEREN := $(value MARKEREN)
export WIJK NAAM WIJKEN STATUS BESTAND BEWERKT OPNIEUW MARKEREN

LOCK := .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-config --custom-compile-command 'make lock' pyproject.toml

help: ## Deze lijst
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

nieuw: ## Een nieuwe wijk beginnen: make nieuw WIJK=schothorst NAAM="..." WIJKEN="...,..."
	[ -n "$$WIJK" ] || { echo 'Zeg erbij om welke wijk het gaat. Bijvoorbeeld: make nieuw WIJK=schothorst NAAM="Schothorst-Zielhorst" WIJKEN="Schothorst,Zielhorst"' >&2; exit 2; }
	sh tools/klaar.sh plan
	.venv/bin/wijkplan nieuw --naam="$$NAAM" --wijken="$$WIJKEN" -- "$$WIJK"

controle: ## De werkmap van een wijk nakijken: make controle WIJK=nieuwland
	[ -n "$$WIJK" ] || { echo 'Zeg erbij om welke wijk het gaat. Bijvoorbeeld: make controle WIJK=nieuwland' >&2; exit 2; }
	sh tools/klaar.sh plan
	.venv/bin/wijkplan controleer -- "$$WIJK"

plan: ## Het plan van een wijk maken: make plan WIJK=nieuwland (met STATUS=definitief: alleen als alles klopt)
	[ -n "$$WIJK" ] || { echo 'Zeg erbij om welke wijk het gaat. Bijvoorbeeld: make plan WIJK=nieuwland' >&2; exit 2; }
	sh tools/klaar.sh plan
	case $$OPNIEUW in [Jj][Aa]) set -- --opnieuw ;; esac; \
	case $$MARKEREN in [Nn][Ee][Ee]) set -- "$$@" --zonder-markeren ;; esac; \
	.venv/bin/wijkplan plan $${STATUS:+"--status=$$STATUS"} $${BEWERKT:+"--bewerkt=$$BEWERKT"} "$$@" -- "$$WIJK"

verschil: ## Zien wat er tussen de laatste twee versies is veranderd: make verschil WIJK=nieuwland
	[ -n "$$WIJK" ] || { echo 'Zeg erbij om welke wijk het gaat. Bijvoorbeeld: make verschil WIJK=nieuwland' >&2; exit 2; }
	sh tools/klaar.sh plan
	.venv/bin/wijkplan verschil -- "$$WIJK"

plannen: ## De plannen van alle wijken in inputs/ maken
	sh tools/klaar.sh plan
	.venv/bin/wijkplan plannen

pdf: ## De PDF maken van het Word-bestand zoals het er nu staat: make pdf WIJK=nieuwland
	[ -n "$$WIJK" ] || { echo 'Zeg erbij om welke wijk het gaat. Bijvoorbeeld: make pdf WIJK=nieuwland' >&2; exit 2; }
	sh tools/klaar.sh plan
	.venv/bin/wijkplan pdf $${STATUS:+"--status=$$STATUS"} -- "$$WIJK"

toegankelijk: ## Een Word-bestand nakijken: make toegankelijk WIJK=nieuwland, of BESTAND=map/bestand.docx
	[ -n "$$WIJK$$BESTAND" ] || { echo 'Zeg erbij om welk bestand het gaat. Bijvoorbeeld: make toegankelijk WIJK=nieuwland' >&2; exit 2; }
	sh tools/klaar.sh plan
	.venv/bin/wijkplan toegankelijk -- "$${BESTAND:-outputs/$$WIJK/wijkplan-$$WIJK.docx}"

klaar: ## Alles installeren wat nodig is; dat doen de andere opdrachten ook zelf
	sh tools/klaar.sh klaar

test: ## De tests uitvoeren
	sh tools/klaar.sh test
	.venv/bin/pytest

controleer-code: ## De code nakijken: stijl en types
	sh tools/klaar.sh code
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

soak: ## Twintigduizend veranderde werkmappen en tweeduizend keer samenvoegen proberen (duurt enkele uren)
	sh tools/klaar.sh test
	.venv/bin/pytest -m soak --dist load

bench: ## De snelheid meten
	sh tools/klaar.sh test
	.venv/bin/python tools/bench.py
	.venv/bin/python tools/bench_batch.py

bench-lang: ## Duizend plannen achter elkaar: blijven tijd en geheugen gelijk? (duurt ongeveer een kwartier)
	sh tools/klaar.sh test
	.venv/bin/python tools/bench_batch.py lang

lock: ## De vastgelegde versies van de Python-pakketten vernieuwen
	sh tools/klaar.sh code
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock

schoon: ## Weghalen wat hier is geïnstalleerd; de plannen in outputs/ blijven staan
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
