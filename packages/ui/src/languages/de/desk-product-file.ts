import type { deskProductFile as english } from '../en/desk-product-file.ts'
import type { Translation } from '../texts.ts'

export const deskProductFile: Translation<typeof english> = {
  'productFile.import': 'Datei importieren',
  'productFile.export': 'Exportieren',
  'productFile.template': 'Vorlage herunterladen',
  'productFile.title': 'Artikel importieren',
  'productFile.about':
    'Eine CSV-Datei mit der Spalte sku und was es sonst gibt: title, category, gtin, fnsku, asin, hs_code, weight_g, battery, serial_required; deutsche Namen wie Artikelnummer gehen auch. Zuerst wird gezeigt, was sich ändern würde.',
  'productFile.drop': 'Artikeldatei hier ablegen',
  'productFile.limit':
    'Höchstens 32 MB und 100.000 Zeilen, in UTF-8. Was die Datei nicht sagt, bleibt, wie es ist: Leere Zellen und fehlende Spalten löschen nichts.',
  'productFile.tooLarge': 'Eine Artikeldatei hat höchstens 32 MB. In Teilen senden.',
  'productFile.created': 'Neu',
  'productFile.updated': 'Geändert',
  'productFile.unchanged': 'Wie sie sind',
  'productFile.ignored': 'Spalten, die nicht gelesen werden: {columns}',
  'productFile.take.one': '{count} Artikel übernehmen',
  'productFile.take.other': '{count} Artikel übernehmen',
  'productFile.unreadable': 'Aus dieser Datei kann nichts übernommen werden.',
  'productFile.empty': 'keine Angabe',
  'productFile.column.seller': 'Händler',
  'productFile.column.sku': 'SKU',
  'productFile.column.title': 'Titel',
  'productFile.column.category': 'Kategorie',
  'productFile.column.gtin': 'GTIN',
  'productFile.column.fnsku': 'FNSKU',
  'productFile.column.asin': 'ASIN',
  'productFile.column.hs_code': 'HS-Code',
  'productFile.column.weight_g': 'Gewicht (g)',
  'productFile.column.battery': 'Batterie',
  'productFile.column.serial_required': 'Seriennummer',
  'productFile.column.flags': 'Merkmale',
  'productLine.sku_missing': 'Es fehlt die SKU.',
  'productLine.sku_twice': 'Diese SKU steht schon in einer früheren Zeile; jene zählt.',
  'productLine.sku_zeros_lost':
    'Diese SKU gibt es nicht, aber eine mit Nullen davor. Tabellenprogramme nehmen führende Nullen weg: Spalte als Text formatieren.',
  'productLine.number_rounded':
    'Ein Tabellenprogramm hat einen Code zu einer gerundeten Zahl wie 5,90E+12 gekürzt; seine Ziffern sind verloren. Spalte als Text formatieren und neu ausfüllen.',
  'productLine.gtin_wrong': 'Die GTIN hat nicht 8, 12, 13 oder 14 Ziffern.',
  'productLine.gtin_check_digit':
    'Die letzte Ziffer der GTIN ist nicht die Prüfziffer der übrigen: Eine davon ist falsch.',
  'productLine.gtin_taken': 'Ein anderer Artikel hat diese GTIN schon. Ein Scan fände beide.',
  'productLine.fnsku_wrong': 'Die FNSKU besteht nicht aus bis zu 40 Buchstaben und Ziffern ohne Leerzeichen.',
  'productLine.fnsku_taken': 'Ein anderer Artikel hat diese FNSKU schon. Ein Scan fände beide.',
  'productLine.asin_wrong': 'Eine ASIN hat 10 Buchstaben und Ziffern.',
  'productLine.hs_code_wrong':
    'Der HS-Code hat nicht 6, 8 oder 10 Ziffern. Tabellenprogramme nehmen eine führende Null weg: Spalte als Text formatieren.',
  'productLine.weight_wrong':
    'Das Gewicht ist keine Zahl wie 350 oder 0,35 in der Einheit, die der Spaltenname nennt, oder es ist unklar, ob ein Zeichen Tausender trennt.',
  'productLine.yes_no_wrong': 'Bei Batterie und Seriennummer steht ja oder nein.',
  'productLine.flags_wrong': 'Merkmale sind bis zu 18 Wörter aus Buchstaben, Ziffern und Unterstrichen.',
  'productLine.field_too_long':
    'Ein Feld ist zu lang: Eine SKU hat höchstens 80 Zeichen, ein Titel 500, eine Kategorie 40.',
  'productLine.other_seller': 'Die Zeile nennt einen Artikel eines anderen Händlers.',
  'productLine.columns_too_many': 'Die Zeile hat mehr Felder als die erste Zeile Spalten.',
  'productLine.column_missing':
    'Die Zeile hat zu wenige Spalten, oder die erste Zeile ist nicht die Kopfzeile: Eine ihrer Spalten muss sku heißen, getrennt durch Komma, Semikolon oder Tabulator.',
  'productLine.column_twice': 'Zwei Spalten der Datei bedeuten dasselbe. Eine davon weglassen.',
  'productLine.unit_missing':
    'Die Spalte des Gewichts nennt keine Einheit. Sie muss weight_g oder weight_kg heißen.',
  'productLine.not_utf8': 'Die Zeile ist nicht UTF-8. In Excel: Datei, Speichern unter, CSV UTF-8.',
  'productLine.not_storable':
    'Die Zeile enthält Zeichen, die kein Text hat. In Excel: Datei, Speichern unter, CSV UTF-8.',
  'productLine.quote_unclosed': 'Ein Anführungszeichen in dieser Zeile wird nicht geschlossen.',
  'productLine.line_too_long': 'Die Zeile ist länger als 64 KB.',
  'productLine.file_is_workbook':
    'Das ist eine Excel-Arbeitsmappe. In Excel: Datei, Speichern unter, CSV UTF-8; dann jene Datei wählen.',
  'productLine.file_too_long':
    'Nur die ersten 100.000 Zeilen einer Datei werden übernommen. Die übrigen in einer eigenen Datei senden.',
  'productLine.file_empty': 'Die Datei ist leer.',
}
