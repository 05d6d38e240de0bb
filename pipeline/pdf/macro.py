"""The macro that makes a running LibreOffice convert one file after another.

Starting LibreOffice takes far longer than converting a plan, and a plan is converted twice: the
contents table needs the page numbers.  So one process waits for jobs: a file `taak-1` names the
Word file and the PDF to make; when it is done, `klaar-1` says 'ok' or what went wrong.  A job
without a PDF asks for the pages alone: they follow 'ok', a bookmark and its page on each line.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

MODULE = "Wijkplan"
START = f"macro:///Standard.{MODULE}.Werk"
"""The argument with which LibreOffice starts to wait for jobs."""
VERSIE = "versie"
"""The file in which LibreOffice tells its version when it is ready for jobs."""
GEDULD = 600
"""Seconds without a job after which the process ends by itself, should its master have died."""

# The names and values of the PDF export filter are those of LibreOffice's
# com.sun.star.document.PDFExport; SelectPdfVersion 2 is PDF/A-2b.
_BASIC = """
Function Eigenschap(sNaam As String, vWaarde As Variant) As Object
  Dim oEigenschap As New com.sun.star.beans.PropertyValue
  oEigenschap.Name = sNaam
  oEigenschap.Value = vWaarde
  Eigenschap = oEigenschap
End Function

Sub Schrijf(sBestand As String, sTekst As String)
  Dim iKanaal As Integer
  iKanaal = FreeFile
  Open sBestand &amp; ".deel" For Output As #iKanaal
  Print #iKanaal, sTekst
  Close #iKanaal
  Name sBestand &amp; ".deel" As sBestand
End Sub

Function Versie() As String
  Dim oBron As Object
  On Error Resume Next
  oBron = CreateUnoService("com.sun.star.configuration.ConfigurationProvider")
  Versie = oBron.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", _
    Array(Eigenschap("nodepath", "/org.openoffice.Setup/Product"))).getByName("ooSetupVersionAboutBox")
End Function

Function Paginas(oDocument As Object) As String
  Dim oCursor As Object, oPlekken As Object, sNaam As String, sTekst As String
  oCursor = oDocument.CurrentController.getViewCursor()
  oPlekken = oDocument.getBookmarks()
  For Each sNaam In oPlekken.getElementNames()
    oCursor.gotoRange(oPlekken.getByName(sNaam).getAnchor().getStart(), False)
    sTekst = sTekst &amp; Chr(10) &amp; sNaam &amp; " " &amp; oCursor.getPage()
  Next
  Paginas = sTekst
End Function

Sub Werk()
  Dim sMap As String, nTaak As Long, nWacht As Long
  sMap = "{map}"
  Schrijf(sMap &amp; "/{versie}", Versie())
  nTaak = 1
  Do While nWacht &lt; {geduld}
    If FileExists(sMap &amp; "/taak-" &amp; nTaak) Then
      Zet(sMap, nTaak)
      nTaak = nTaak + 1
      nWacht = 0
    Else
      Wait 10
      nWacht = nWacht + 1
    End If
  Loop
  StarDesktop.terminate()
End Sub

Sub Zet(sMap As String, nTaak As Long)
  On Error GoTo Mislukt
  Dim oDocument As Object, iKanaal As Integer, sBron As String, sDoel As String, sAntwoord As String
  iKanaal = FreeFile
  Open sMap &amp; "/taak-" &amp; nTaak For Input As #iKanaal
  Line Input #iKanaal, sBron
  Line Input #iKanaal, sDoel
  Close #iKanaal
  oDocument = StarDesktop.loadComponentFromURL(sBron, "_blank", 0, Array( _
    Eigenschap("Hidden", True), Eigenschap("ReadOnly", True), Eigenschap("MacroExecutionMode", 0)))
  If sDoel = "" Then
    sAntwoord = Paginas(oDocument)
  Else
    oDocument.storeToURL(sDoel, Array(Eigenschap("FilterName", "writer_pdf_Export"), _
      Eigenschap("FilterData", Array( _
        Eigenschap("UseTaggedPDF", True), _
        Eigenschap("PDFUACompliance", True), _
        Eigenschap("SelectPdfVersion", 2), _
        Eigenschap("ExportBookmarks", True), _
        Eigenschap("UseLosslessCompression", True), _
        Eigenschap("ReduceImageResolution", False)))))
  End If
  oDocument.close(True)
  Schrijf(sMap &amp; "/klaar-" &amp; nTaak, "ok" &amp; sAntwoord)
  Exit Sub
Mislukt:
  Schrijf(sMap &amp; "/klaar-" &amp; nTaak, Error$)
End Sub
"""

_BIBLIOTHEEK = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:{soort} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{soort}.dtd">\n'
    '<library:{soort} xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"{kenmerken}>{inhoud}</library:{soort}>\n'
)

# LibreOffice fills a profile that it does not know with its own presets, over what is there.
_INSTELLINGEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/Office">'
    '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>'
    "</oor:items>\n"
)


def schrijf_macro(profiel: Path, taken: Path) -> None:
    """Put the macro into a LibreOffice profile that is still to be used; it takes jobs from `taken`."""
    basic = profiel / "user" / "basic"
    standaard = basic / "Standard"
    standaard.mkdir(parents=True)
    bron = (
        _BASIC.replace("{map}", escape(taken.as_uri()))
        .replace("{versie}", VERSIE)
        .replace("{geduld}", str(GEDULD * 100))
    )
    module = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
        '<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="{MODULE}" script:language="StarBasic">{bron}</script:module>\n'
    )
    verwijzing = (
        '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" '
        'xlink:type="simple" library:link="false"/>'
    )
    lijst = _BIBLIOTHEEK.format(soort="libraries", kenmerken="", inhoud=verwijzing)
    bibliotheek = _BIBLIOTHEEK.format(
        soort="library",
        kenmerken=' library:name="Standard" library:readonly="false" library:passwordprotected="false"',
        inhoud=f'<library:element library:name="{MODULE}"/>',
    )
    (profiel / "user" / "registrymodifications.xcu").write_text(_INSTELLINGEN, encoding="utf-8")
    (basic / "script.xlc").write_text(lijst, encoding="utf-8")
    (standaard / "script.xlb").write_text(bibliotheek, encoding="utf-8")
    (standaard / f"{MODULE}.xba").write_text(module, encoding="utf-8")
