import type { deskFirstSetUp as english } from '../en/desk-first-set-up.ts'
import type { Translation } from '../texts.ts'

export const deskFirstSetUp: Translation<typeof english> = {
  'first.title': 'Primera configuración',
  'first.about':
    'En este servidor aún no hay ningún almacén. Aquí se crea el primero, y usted será su administrador. Solo se pregunta una vez.',

  'first.proof': 'De la consola',
  'first.code': 'Código de configuración',
  'first.codeHint':
    'El servidor lo muestra en su consola al iniciarse, junto a «Restow is ready». Con Docker: docker compose logs server',

  'first.warehouse': 'El almacén',
  'first.house': 'Código del almacén',
  'first.houseHint':
    'De dos a cinco letras y de una a tres cifras, como LAX1. Con él empieza el código de cada ubicación.',
  'first.houseBins': 'Sus ubicaciones serán como {bin}.',
  'first.houseName': 'Nombre del almacén',
  'first.houseNameHint': 'Como se le llama, por ejemplo Los Ángeles 1.',
  'first.timeZone': 'Zona horaria',
  'first.timeZoneHint':
    'Los días de trabajo y los informes diarios empiezan y acaban según su reloj. Allí es ahora {now}.',
  'first.currency': 'Moneda',
  'first.currencyHint': 'En ella se calculan las reglas de los nuevos vendedores.',

  'first.admin': 'Usted, su primer administrador',
  'first.name': 'Su nombre',
  'first.badge': 'Tarjeta',
  'first.badgeHint':
    'Dos letras y cuatro cifras, como AD0001. Para entrar se teclea, o se lee de una tarjeta.',
  'first.pin': 'PIN',
  'first.pinHint': 'De 4 a 12 cifras. Recuérdelo: todavía nadie puede darle otro.',
  'first.pinAgain': 'PIN otra vez',

  'first.submit': 'Configurar el almacén',
  'first.busy': 'Configurando',
  'first.look': 'Hay campos por revisar; en cada uno se dice qué falta.',

  'first.wrong.code': 'Escriba el código de ocho caracteres que está en la consola del servidor.',
  'first.wrong.codeRefused': 'Ese no es el código de configuración. Léalo otra vez en la consola.',
  'first.wrong.codeUsedUp':
    'Demasiados códigos erróneos. Reinicie el servidor; mostrará uno nuevo en su consola.',
  'first.wrong.house': 'Escriba de dos a cinco letras y después de una a tres cifras, como LAX1.',
  'first.wrong.houseName': 'Escriba un nombre para el almacén.',
  'first.wrong.timeZone': 'El servidor no conoce esta zona horaria. Elija otra con la misma hora.',
  'first.wrong.currency': 'El servidor no conoce esta moneda. Elija otra.',
  'first.wrong.name': 'Escriba su nombre.',
  'first.wrong.badge': 'Escriba dos letras y después cuatro cifras, como AD0001.',
  'first.wrong.pin': 'Escriba de 4 a 12 cifras.',
  'first.wrong.pinAgain': 'Los dos PIN son distintos. Escriba el mismo otra vez.',

  'first.done': '{house} está configurado',
  'first.doneAbout':
    'Entre ahora con la tarjeta {badge} y su PIN. Después cree lo que hace falta en la nave:',
  'first.signIn': 'Entrar',
  'first.binsFor': 'Dónde se ponen las cosas, cada una con su zona.',
  'first.sellersFor': 'De quién son los artículos que vuelven.',
  'first.staffFor': 'Quién trabaja aquí, cada persona con tarjeta y PIN.',
  'first.productsFor': 'Lo que se vende; las importaciones de devoluciones anunciadas también los crean.',

  'first.already': 'Aquí ya hay un almacén configurado',
  'first.alreadyAbout': 'Entre con su tarjeta. Si no tiene ninguna, un administrador del almacén se la crea.',
}
