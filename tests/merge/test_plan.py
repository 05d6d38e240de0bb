"""The commands plan and verschil with a Word file that staff edited: what the user sees and keeps."""

from __future__ import annotations

import json
import random
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import samengaan
from pipeline.assemble import maak_plan
from pipeline.errors import NietSamengevoegdFout
from pipeline.merge.merge import Samengevoegd, alles_aangenomen, voeg_samen
from pipeline.pdf import soffice
from pipeline.pdf.outline import koppen_met_pagina
from pipeline.project import Project
from pipeline.publish import lees_administratie
from pipeline.wijziging import Wat, opmerking_bij
from pipeline.workbook.bladen import WijkBladen
from pipeline.workbook.write import schrijf_wijk
from tests.conftest import kopie
from tests.merge.bestand import Bestand, element, run
from tests.merge.bewerkingen import gevolgd_verplaatst
from tests.merge.lezen import W, delen, opmerkingen, teksten
from tests.opdracht import WIJK, klein_project, with_every_text, zonder_libreoffice
from tests.workbook.voorbeeld import bederf, getal, tekst, wijk

WORD = f"wijkplan-{WIJK}.docx"
VAN_STAF = "Een eigen alinea van de redactie."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project of which the plan is made."""
    project = klein_project(tmp_path / "project")
    plan(project)
    return project


def plan(project: Project, *opties: str) -> subprocess.CompletedProcess[str]:
    return zonder_libreoffice(project.map, "plan", WIJK, *opties)


def docx(project: Project) -> Path:
    return project.uitvoer(WIJK) / WORD


def bewerk(pad: Path, wijziging: Callable[[Bestand], None]) -> bytes:
    """Edit a Word file in its place; return what it is then."""
    bestand = Bestand(pad.read_bytes())
    wijziging(bestand)
    pad.write_bytes(bestand.klaar())
    return pad.read_bytes()


def met_alinea(bestand: Bestand) -> None:
    """Put in a paragraph after the first heading."""
    nieuw = element("p")
    nieuw.append(run(VAN_STAF))
    bestand.body.findall(W + "p")[5].addnext(nieuw)


def vervang(oud: str, nieuw: str) -> Callable[[Bestand], None]:
    """Return an edit that types over a text."""

    def wijziging(bestand: Bestand) -> None:
        gevonden = [t for t in bestand.body.iter(W + "t") if t.text == oud]
        assert gevonden
        gevonden[0].text = nieuw

    return wijziging


def met_cijfer(project: Project, aantal: int, naam: str = WIJK) -> None:
    """Change the figure of the one indicator, 6.230, in the workbook."""

    def anders(bladen: WijkBladen) -> WijkBladen:
        (rij,) = bladen.wijkgegevens
        cijfers = rij.vrij | {"Noord": getal(aantal, "#,##0")}
        return replace(bladen, wijkgegevens=[replace(rij, vrij=cijfers)])

    schrijf_wijk(project.werkmap(naam), anders(with_every_text(wijk())))


def revisies(pad: Path) -> int:
    return sum(
        e.get(W + "author") == "Wijkplan" for e in Bestand(pad.read_bytes()).body.iter(W + "ins", W + "del")
    )


def lijst(project: Project) -> str:
    return (project.uitvoer(WIJK) / "samenvoeging.html").read_text(encoding="utf-8")


def archief(project: Project) -> list[bytes]:
    return [pad.read_bytes() for pad in sorted((project.uitvoer(WIJK) / "archief").glob("*"))]


def test_the_new_data_come_into_the_file_of_staff_as_tracked_changes(project: Project) -> None:
    bewerkt = bewerk(docx(project), met_alinea)
    met_cijfer(project, 6300)
    proces = plan(project)
    assert (proces.returncode, proces.stderr) == (0, "")
    assert (
        "Wijzigingen in de gegevens: 1 verwerkt, 0 botsingen, 0 niet geplaatst, 0 geweigerd." in proces.stdout
    )
    assert "6.230 -> Inwoners | 6.300" in proces.stdout
    na = teksten(docx(project).read_bytes())
    assert VAN_STAF in na
    assert "6.300" in na
    assert "6.230" not in na
    assert revisies(docx(project)) == 2
    assert archief(project) == [bewerkt]
    assert "6.300" in lijst(project)


def test_a_run_without_changes_leaves_the_merged_file_as_it_is(project: Project) -> None:
    bewerk(docx(project), met_alinea)
    met_cijfer(project, 6300)
    plan(project)
    voor = docx(project).read_bytes(), archief(project)
    assert "De gegevens zijn niet veranderd." in plan(project).stdout
    assert (docx(project).read_bytes(), archief(project)) == voor


def test_without_marking_the_data_are_simply_there(project: Project) -> None:
    bewerk(docx(project), met_alinea)
    met_cijfer(project, 6300)
    proces = plan(project, "--zonder-markeren")
    assert "Ze zijn niet gemarkeerd." in proces.stdout
    assert "accepteren" not in proces.stdout + lijst(project)
    assert revisies(docx(project)) == 0
    assert {VAN_STAF, "6.300"} <= set(teksten(docx(project).read_bytes()))


def test_without_marking_the_tracked_changes_of_staff_stay(project: Project) -> None:
    def verplaats(bestand: Bestand) -> None:
        gevolgd_verplaatst(bestand, random.Random(1), "staf1", lambda _: True)  # noqa: S311 - the same each time

    bewerk(docx(project), verplaats)
    met_cijfer(project, 6300)
    plan(project, "--zonder-markeren")
    xml = delen(docx(project).read_bytes())["word/document.xml"].decode()
    for naam in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"):
        assert xml.count(f"<w:{naam} ") == 1
    assert "6.300" in teksten(docx(project).read_bytes())


def test_starting_afresh_puts_the_edited_file_aside(project: Project) -> None:
    vers = docx(project).read_bytes()
    bewerkt = bewerk(docx(project), met_alinea)
    proces = plan(project, "--opnieuw")
    assert "Het bewerkte bestand is bewaard als" in proces.stdout
    assert docx(project).read_bytes() == vers
    assert archief(project) == [bewerkt]


def test_starting_afresh_keeps_a_merged_file_too(project: Project) -> None:
    bewerk(docx(project), met_alinea)
    plan(project)
    samen = docx(project).read_bytes()
    plan(project, "--opnieuw")
    assert samen in archief(project)


def test_the_file_may_come_back_by_mail_under_another_name(project: Project, tmp_path: Path) -> None:
    post = tmp_path / "versie van communicatie.docx"
    post.write_bytes(docx(project).read_bytes())
    bewerkt = bewerk(post, met_alinea)
    met_cijfer(project, 6300)
    plan(project)  # the version that the mailed file descends from is no longer the last
    assert plan(project, "--bewerkt", str(post)).returncode == 0
    assert {VAN_STAF, "6.300"} <= set(teksten(docx(project).read_bytes()))
    assert post.read_bytes() == bewerkt


def test_a_file_that_is_not_there_is_wrong_use(project: Project) -> None:
    proces = plan(project, "--bewerkt", "weg.docx")
    assert (proces.returncode, proces.stdout) == (2, "")
    assert proces.stderr == "Het bestand weg.docx is er niet. Kijk de naam en de map na.\n"
    assert plan(project, "--bewerkt", "weg.docx", "--opnieuw").returncode == 2


def zonder_versie(bestand: Bestand) -> None:
    bestand.delen["docProps/custom.xml"] = bestand.delen["docProps/custom.xml"].replace(
        b"Wijkplan versie", b"x"
    )


@pytest.mark.parametrize("soort", ["onbekende versie", "geen Word"])
def test_a_file_of_unknown_descent_stays_with_the_new_version_beside_it(soort: str, project: Project) -> None:
    if soort == "geen Word":
        docx(project).write_bytes(b"van een mens")
    else:
        bewerk(docx(project), zonder_versie)
    voor = docx(project).read_bytes()
    met_cijfer(project, 6300)
    proces = plan(project)
    assert proces.returncode == 1
    assert docx(project).read_bytes() == voor
    assert archief(project) == []
    naast = project.uitvoer(WIJK) / f"wijkplan-{WIJK}-nieuw.docx"
    assert "6.300" in teksten(naast.read_bytes())
    assert f"De nieuwe versie staat ernaast: {naast.relative_to(project.map)}" in proces.stderr
    assert ("Is dit het goede bestand?" in proces.stderr) == (soort == "onbekende versie")
    inhoud = naast.read_bytes()
    proces = plan(project, "--opnieuw")
    assert not naast.exists()
    assert inhoud in archief(project)
    assert "De nieuwe versie die naast het bewerkte bestand stond, is bewaard als outputs" in proces.stdout


def test_a_file_of_another_wijk_is_named_as_such(tmp_path: Path) -> None:
    project = klein_project(tmp_path / "project", WIJK, "noord")
    met_cijfer(project, 6300, "noord")
    for naam in (WIJK, "noord"):
        zonder_libreoffice(project.map, "plan", naam)
    (project.map / "outputs" / "los bestand").touch()
    vreemd = project.uitvoer("noord") / "wijkplan-noord.docx"
    proces = plan(project, "--bewerkt", str(vreemd))
    assert proces.returncode == 1
    assert "Het bewerkte bestand is van een andere wijk: noord. Is dit het goede bestand?" in proces.stderr


@pytest.mark.parametrize("slot", [f"~${WORD[2:]}", f".~lock.{WORD}#"])
def test_a_file_that_is_open_stops_the_run_with_nothing_written(slot: str, project: Project) -> None:
    (project.uitvoer(WIJK) / slot).touch()
    voor = {pad: pad.read_bytes() for pad in project.uitvoer(WIJK).rglob("*") if pad.is_file()}
    met_cijfer(project, 6300)
    proces = plan(project)
    assert (proces.returncode, proces.stdout) == (4, "")
    assert proces.stderr.startswith(f"Het bestand {WORD} is geopend in Word of in LibreOffice.")
    assert {pad: pad.read_bytes() for pad in project.uitvoer(WIJK).rglob("*") if pad.is_file()} == voor


# A conflict, until it is settled


@pytest.fixture
def botsing(project: Project) -> Project:
    """A project in which staff and data changed the same figure."""
    bewerk(docx(project), vervang("6.230", "ruim 6.000"))
    met_cijfer(project, 6300)
    plan(project)
    return project


def test_in_a_conflict_theirs_stays_and_a_comment_says_what_the_data_say(botsing: Project) -> None:
    na = docx(botsing).read_bytes()
    assert "ruim 6.000" in teksten(na)
    assert "6.300" not in teksten(na)
    ((auteur, opmerking),) = opmerkingen(na)
    assert auteur == "Wijkplan"
    assert "In de gegevens staat nu: Inwoners | 6.300" in opmerking


def test_a_conflict_stays_on_the_list_with_one_comment(botsing: Project) -> None:
    for _ in range(3):
        assert "1 botsing" in plan(botsing).stdout
    assert len(opmerkingen(docx(botsing).read_bytes())) == 1


def test_the_comment_follows_the_data(botsing: Project) -> None:
    met_cijfer(botsing, 6400)
    assert "1 botsing" in plan(botsing).stdout
    ((_, opmerking),) = opmerkingen(docx(botsing).read_bytes())
    assert "nu: Inwoners | 6.400" in opmerking
    assert "6.300" not in opmerking


@pytest.mark.parametrize("waar", ["Word", "Excel", "opmerking"])
def test_a_conflict_is_settled_in_word_in_excel_or_by_taking_the_comment_away(
    waar: str, botsing: Project
) -> None:
    if waar == "Word":
        bewerk(docx(botsing), vervang("ruim 6.000", "6.300"))
    elif waar == "Excel":
        met_cijfer(botsing, 6230)
    else:
        bewerk(docx(botsing), zonder_opmerkingen)
    for _ in range(2):
        assert "De gegevens zijn niet veranderd." in plan(botsing).stdout
    assert opmerkingen(docx(botsing).read_bytes()) == []
    if waar != "Word":
        assert "ruim 6.000" in teksten(docx(botsing).read_bytes())


def zonder_opmerkingen(bestand: Bestand) -> None:
    namen = ("commentRangeStart", "commentRangeEnd", "commentReference")
    for teken in list(bestand.body.iter(*(W + naam for naam in namen))):
        ouder = teken.getparent()
        assert ouder is not None
        ouder.remove(teken)
    bestand.delen["word/comments.xml"] = b'<w:comments xmlns:w="%s"/>' % W[1:-1].encode()


def zonder_rij(bestand: Bestand) -> None:
    """Take out the row with the one indicator."""
    rij = next(rij for rij in bestand.body.iter(W + "tr") if "6.230" in "".join(map(str, rij.itertext())))
    rij.getparent().remove(rij)  # type: ignore[union-attr]


def test_a_change_to_what_staff_took_out_asks_whether_it_is_to_come_back(project: Project) -> None:
    bewerk(docx(project), zonder_rij)
    met_cijfer(project, 6300)
    for _ in range(2):
        assert "1 botsing" in plan(project).stdout
    ((_, opmerking),) = opmerkingen(docx(project).read_bytes())
    assert opmerking.startswith("U hebt hier een tekst weggehaald. Die is in de gegevens veranderd.")
    assert "In de gegevens staat nu: Inwoners | 6.300" in opmerking
    assert "Uw tekst is blijven staan" not in opmerking
    bewerk(docx(project), zonder_opmerkingen)
    assert "De gegevens zijn niet veranderd." in plan(project).stdout


@pytest.mark.parametrize(
    ("wat", "woorden"),
    [
        ("nieuw", "Dit is nieuw in de gegevens, maar het past hier niet vanzelf: nu\nZet het er zelf in."),
        ("opmaak", "In het sjabloon ziet dit er nu anders uit: nu\nEerst was dit: toen\nUw bestand is"),
        ("vervallen", "Vervallen in de gegevens: toen\nPas de tekst zelf aan."),
        ("verplaatst", "Verplaatst in de gegevens: nu\nPas de tekst zelf aan."),
        ("gewijzigd", "In de gegevens staat nu: nu\nEerst stond er: toen\nPas de tekst zelf aan."),
    ],
)
def test_a_comment_says_what_is_to_be_done(wat: Wat, woorden: str) -> None:
    tekst = opmerking_bij(wat, "toen", "nu")
    assert woorden in tekst
    assert ("Uw tekst is blijven staan." in tekst) == (wat in {"vervallen", "verplaatst", "gewijzigd"})


# A change that staff reject


def weiger(bestand: Bestand) -> None:
    """Reject all of the program's changes, as Word does."""
    for weg in list(bestand.body.iter(W + "ins")):
        weg.getparent().remove(weg)  # type: ignore[union-attr]
    for terug in list(bestand.body.iter(W + "del")):
        for t in list(terug.iter(W + "delText")):
            t.tag = W + "t"
        for deel in list(terug):
            terug.addprevious(deel)
        terug.getparent().remove(terug)  # type: ignore[union-attr]


def test_a_rejected_change_stays_listed_until_the_data_change_again(project: Project) -> None:
    bewerk(docx(project), met_alinea)
    met_cijfer(project, 6300)
    plan(project)
    bewerk(docx(project), weiger)
    for _ in range(2):
        assert "0 verwerkt, 0 botsingen, 0 niet geplaatst, 1 geweigerd" in plan(project).stdout
        assert "6.230" in teksten(docx(project).read_bytes())
    met_cijfer(project, 6400)
    assert "1 verwerkt, 0 botsingen, 0 niet geplaatst, 0 geweigerd" in plan(project).stdout
    assert "6.400" in teksten(docx(project).read_bytes())


# The proof


def test_a_merge_that_does_not_hold_is_not_published(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect is planted in the merge itself; the proof that finds it is the real one."""
    echt = voeg_samen

    def kapot(*argumenten: bytes, **rest: object) -> Samengevoegd:
        samen = echt(*argumenten, **rest)  # type: ignore[arg-type]
        alinea = next(
            p for p in samen.pakket.body.iter(W + "p") if VAN_STAF in "".join(map(str, p.itertext()))
        )
        alinea.getparent().remove(alinea)  # type: ignore[union-attr]
        return samen

    bewerkt = bewerk(docx(project), met_alinea)
    met_cijfer(project, 6300)
    monkeypatch.setattr(samengaan, "voeg_samen", kapot)
    monkeypatch.setattr(soffice, "vind_soffice", lambda: None)
    with pytest.raises(NietSamengevoegdFout, match="Het samengevoegde bestand klopte niet"):
        maak_plan(project, WIJK, lambda _: None)
    assert docx(project).read_bytes() == bewerkt
    assert (project.uitvoer(WIJK) / f"wijkplan-{WIJK}-nieuw.docx").is_file()


# The merged file is a plan like any other


def test_contents_table_and_pdf_of_a_merged_file_are_right(tmp_path: Path) -> None:
    project = kopie(tmp_path / "project")
    pad = project.uitvoer("nieuwland") / "wijkplan-nieuwland.docx"
    maak_plan(project, "nieuwland", lambda _: None)
    vorige_pdf = pad.with_suffix(".pdf").read_bytes()

    def wijziging(bestand: Bestand) -> None:
        koppen = [t for t in bestand.body.iter(W + "t") if t.text == "Impactgedreven werken"]
        koppen[-1].text = "Werken aan impact"
        for _ in range(40):
            met_alinea(bestand)

    bewerk(pad, wijziging)
    bederf(
        project.werkmap("nieuwland"), lambda werkmap: werkmap["Kernaanpakken"].__setitem__("B5", "Samen doen")
    )
    resultaat = maak_plan(project, "nieuwland", lambda _: None)
    assert resultaat.geen_pdf.startswith("Dit plan is definitief, en in het Word-bestand staan nog wijzig")
    assert not pad.with_suffix(".pdf").exists()
    assert vorige_pdf in [plek.read_bytes() for plek in resultaat.opzij if plek.suffix == ".pdf"]
    bewerk(pad, vervang("Werken aan impact", "Werken aan effect"))
    resultaat = maak_plan(project, "nieuwland", lambda _: None, definitief=False)
    assert resultaat.geen_pdf == ""
    assert resultaat.wijzigingen
    pagina = {titel: str(nummer) for titel, nummer in koppen_met_pagina(pad.with_suffix(".pdf"))}
    regels = inhoudsregels(alles_aangenomen(pad.read_bytes()))
    assert len(regels) > 12
    assert any("Werken aan effect" in titel for titel in regels)
    assert any("Samen doen" in titel for titel in regels)
    assert {titel: pagina.get(titel) for titel in regels} == regels


def inhoudsregels(inhoud: bytes) -> dict[str, str]:
    """Return the page of each line of the contents table."""
    uit = {}
    for p in Bestand(inhoud).body.iter(W + "p"):
        link = p.find(W + "hyperlink")
        if link is not None and link.find(f"{W}r/{W}tab") is not None:
            titel, *_, pagina = [t.text or "" for t in link.iter(W + "t")]
            uit[titel] = pagina
    return uit


# What changed


def test_the_difference_of_the_last_two_versions(project: Project) -> None:
    proces = zonder_libreoffice(project.map, "verschil", WIJK)
    assert proces.returncode == 2
    assert "nog geen twee versies" in proces.stderr
    met_cijfer(project, 6300)
    plan(project)
    proces = zonder_libreoffice(project.map, "verschil", WIJK)
    assert (proces.returncode, proces.stderr) == (0, "")
    assert "6.230 -> Inwoners | 6.300" in proces.stdout
    assert proces.stdout.startswith("1 verschil tussen de laatste twee versies van de gegevens. Wat u zelf")
    uit = project.uitvoer(WIJK) / "verschil.docx"
    assert revisies(uit) == 2
    assert teksten(uit.read_bytes()) == teksten(docx(project).read_bytes())


def test_the_difference_of_two_files_overwrites_nothing(project: Project, tmp_path: Path) -> None:
    oud = tmp_path / "oud.docx"
    oud.write_bytes(docx(project).read_bytes())
    nieuw = tmp_path / "nieuw.docx"
    nieuw.write_bytes(oud.read_bytes())
    bewerk(nieuw, met_alinea)
    for naam in ("verschil.docx", "verschil (2).docx"):
        proces = zonder_libreoffice(project.map, "verschil", str(oud), str(nieuw))
        assert proces.returncode == 0
        assert proces.stdout.startswith("1 verschil tussen de twee bestanden.\n")
        assert f"In {naam} ziet u elk verschil" in proces.stdout
        assert VAN_STAF in teksten((tmp_path / naam).read_bytes())
        assert VAN_STAF not in teksten((tmp_path / naam).read_bytes(), verwerp=True)
    assert zonder_libreoffice(project.map, "verschil", str(oud), "weg.docx").returncode == 2


def test_two_files_with_the_same_text_have_no_difference_to_show(project: Project, tmp_path: Path) -> None:
    kopie_van = tmp_path / "kopie.docx"
    kopie_van.write_bytes(docx(project).read_bytes())
    proces = zonder_libreoffice(project.map, "verschil", str(docx(project)), str(kopie_van))
    assert (proces.returncode, proces.stdout) == (0, "De twee bestanden hebben dezelfde tekst.\n")
    assert list(tmp_path.glob("verschil*")) == []


def test_one_word_file_has_nothing_to_be_compared_with(project: Project) -> None:
    proces = zonder_libreoffice(project.map, "verschil", str(docx(project)))
    assert (proces.returncode, proces.stderr) == (2, "Noem ook het tweede Word-bestand.\n")


def test_versions_with_the_same_text_have_no_difference_to_show(project: Project) -> None:
    met_cijfer(project, 6300)
    plan(project)
    zonder_libreoffice(project.map, "verschil", WIJK)
    uitvoer = project.uitvoer(WIJK)
    administratie = lees_administratie(uitvoer)
    *_, laatste = administratie.versies
    ander = "0" * 16
    for soort in ("docx", "json"):
        (uitvoer / ".wijkplan" / f"{ander}.{soort}").write_bytes(
            (uitvoer / ".wijkplan" / f"{laatste}.{soort}").read_bytes()
        )
    inhoud = json.loads((uitvoer / ".wijkplan.json").read_text(encoding="utf-8"))
    (uitvoer / ".wijkplan.json").write_text(json.dumps(inhoud | {"versies": [laatste, ander]}))
    proces = zonder_libreoffice(project.map, "verschil", WIJK)
    assert proces.stdout == "De gegevens zijn in de laatste twee versies gelijk.\n"
    assert list(uitvoer.glob("verschil*")) == []


def test_a_difference_that_word_cannot_show_is_listed_without_a_comment(
    project: Project, tmp_path: Path
) -> None:
    nieuw = tmp_path / "nieuw.docx"
    nieuw.write_bytes(docx(project).read_bytes())
    bewerk(nieuw, met_kleur)
    proces = zonder_libreoffice(project.map, "verschil", str(docx(project)), str(nieuw))
    assert "Niet te tonen in Word (1): " in proces.stdout
    assert opmerkingen((tmp_path / "verschil.docx").read_bytes()) == []


def met_kleur(bestand: Bestand) -> None:
    """Give a style another colour, as in another template."""
    stijlen = bestand.delen["word/styles.xml"]
    anders = re.sub(rb'(<w:color w:val=")[0-9A-Fa-f]{6}', rb"\g<1>FF0000", stijlen, count=1)
    assert anders != stijlen
    bestand.delen["word/styles.xml"] = anders


def test_texts_of_the_plan_are_told_as_typed(project: Project) -> None:
    bewerk(docx(project), met_alinea)
    bladen = wijk()
    anders = replace(bladen.organisaties[0], organisatie=tekst("<b>Bureau & Co</b>"))
    schrijf_wijk(project.werkmap(WIJK), replace(bladen, organisaties=[anders]))
    assert "<b>Bureau & Co</b>" in plan(project).stdout
    assert re.sub(r"<[^>]*>", "", lijst(project)).count("&lt;b&gt;Bureau &amp; Co&lt;/b&gt;") == 1
