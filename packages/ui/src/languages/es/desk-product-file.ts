import type { deskProductFile as english } from '../en/desk-product-file.ts'
import type { Translation } from '../texts.ts'

export const deskProductFile: Translation<typeof english> = {
  'productFile.import': 'Importar archivo',
  'productFile.export': 'Exportar',
  'productFile.template': 'Descargar una plantilla',
  'productFile.title': 'Importar productos',
  'productFile.about':
    'Un archivo CSV con la columna sku y las demás que tenga: title, category, gtin, fnsku, asin, hs_code, weight_g, battery, serial_required; también valen nombres en español, como referencia o código de barras. Primero se muestra qué cambiaría.',
  'productFile.drop': 'Suelte aquí un archivo de productos',
  'productFile.limit':
    'Como máximo 32 MB y 100 000 líneas, en UTF-8. Lo que el archivo no dice queda como está: las celdas vacías y las columnas que faltan no borran nada.',
  'productFile.tooLarge': 'Un archivo de productos tiene como máximo 32 MB. Envíelo por partes.',
  'productFile.created': 'Nuevos',
  'productFile.updated': 'Cambiados',
  'productFile.unchanged': 'Como están',
  'productFile.ignored': 'Columnas que no se leen: {columns}',
  'productFile.take.one': 'Importar {count} producto',
  'productFile.take.other': 'Importar {count} productos',
  'productFile.unreadable': 'No se puede importar nada de este archivo.',
  'productFile.empty': 'sin dato',
  'productFile.column.seller': 'Vendedor',
  'productFile.column.sku': 'SKU',
  'productFile.column.title': 'Título',
  'productFile.column.category': 'Categoría',
  'productFile.column.gtin': 'GTIN',
  'productFile.column.fnsku': 'FNSKU',
  'productFile.column.asin': 'ASIN',
  'productFile.column.hs_code': 'Código HS',
  'productFile.column.weight_g': 'Peso (g)',
  'productFile.column.battery': 'Batería',
  'productFile.column.serial_required': 'Número de serie',
  'productFile.column.flags': 'Marcas',
  'productLine.sku_missing': 'Falta el SKU.',
  'productLine.sku_twice': 'Este SKU ya está en una línea anterior; cuenta aquella.',
  'productLine.sku_zeros_lost':
    'No existe ese SKU, pero sí uno con ceros delante. Las hojas de cálculo quitan los ceros iniciales: dé formato de texto a la columna.',
  'productLine.number_rounded':
    'Una hoja de cálculo redondeó un código a un número como 5,90E+12 y se perdieron sus cifras. Dé formato de texto a la columna y vuelva a rellenarla.',
  'productLine.gtin_wrong': 'El GTIN no tiene 8, 12, 13 o 14 cifras.',
  'productLine.gtin_check_digit':
    'La última cifra del GTIN no es el dígito de control de las demás: alguna está mal.',
  'productLine.gtin_taken': 'Otro producto ya tiene este GTIN. Un escaneo encontraría los dos.',
  'productLine.fnsku_wrong': 'El FNSKU no consta de hasta 40 letras y cifras sin espacios.',
  'productLine.fnsku_taken': 'Otro producto ya tiene este FNSKU. Un escaneo encontraría los dos.',
  'productLine.asin_wrong': 'Un ASIN tiene 10 letras y cifras.',
  'productLine.hs_code_wrong':
    'El código HS no tiene 6, 8 o 10 cifras. Las hojas de cálculo quitan el cero inicial: dé formato de texto a la columna.',
  'productLine.weight_wrong':
    'El peso no es un número como 350 o 0,35 en la unidad que dice el nombre de la columna, o no está claro si un signo separa los millares.',
  'productLine.yes_no_wrong': 'En batería y número de serie va sí o no.',
  'productLine.flags_wrong': 'Las marcas son hasta 18 palabras de letras, cifras y guiones bajos.',
  'productLine.field_too_long':
    'Un campo es demasiado largo: un SKU tiene como máximo 80 caracteres, un título 500, una categoría 40.',
  'productLine.other_seller': 'La línea es de un producto de otro vendedor.',
  'productLine.columns_too_many': 'La línea tiene más campos que columnas la primera.',
  'productLine.column_missing':
    'La línea tiene muy pocas columnas, o la primera no es la cabecera: una de sus columnas debe ser sku, separadas por comas, puntos y comas o tabuladores.',
  'productLine.column_twice': 'Dos columnas del archivo significan lo mismo. Quite una de ellas.',
  'productLine.unit_missing': 'La columna del peso no dice en qué unidad está. Llámela weight_g o weight_kg.',
  'productLine.not_utf8': 'La línea no está en UTF-8. En Excel: Archivo, Guardar como, CSV UTF-8.',
  'productLine.not_storable':
    'La línea contiene signos que ningún texto tiene. En Excel: Archivo, Guardar como, CSV UTF-8.',
  'productLine.quote_unclosed': 'Una comilla de esta línea no se cierra.',
  'productLine.line_too_long': 'La línea supera los 64 KB.',
  'productLine.file_is_workbook':
    'Es un libro de Excel. En Excel: Archivo, Guardar como, CSV UTF-8; después elija ese archivo.',
  'productLine.file_too_long':
    'Solo se aceptan las primeras 100 000 líneas de un archivo. Envíe las demás en otro archivo.',
  'productLine.file_empty': 'El archivo está vacío.',
}
