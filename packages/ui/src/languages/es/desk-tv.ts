import type { deskTv as english } from '../en/desk-tv.ts'
import type { Translation } from '../texts.ts'

export const deskTv: Translation<typeof english> = {
  'tv.title': 'Mostrar en un televisor',
  'tv.about':
    'La dirección guarda lo elegido: márquela en el televisor. No necesita a nadie: se reconecta y sigue sola.',
  'tv.boards': 'Paneles',
  'tv.seconds': 'Cada uno',
  'tv.forSeconds': '{n} s',
  'tv.start': 'Empezar',
  'tv.pickOne': 'Elija al menos un panel.',
  'tv.sleeps':
    'Este navegador solo mantiene la pantalla encendida por HTTPS. Desactive la suspensión a mano.',
  'tv.reconnecting': 'Reconectando',
  'tv.asOf': 'datos de las {time}',
  'tv.page': '{page} de {pages}',
  'tv.perHour': 'Unidades por hora',
  'tv.nothing': 'Con esta sesión no hay nada que mostrar.',
}
