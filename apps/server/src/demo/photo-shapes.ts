/** Plain pictures of goods as SVG, 800 × 600, so that the demo's units have something to look at. */

/** Main colour, its dark and its light. */
export interface Paint {
  readonly main: string
  readonly dark: string
  readonly light: string
}

type Shape = (paint: Paint) => string

const teapot: Shape = ({ main, dark, light }) => `
  <path d="M560 290c110-50 120 110 0 110" fill="none" stroke="${dark}" stroke-width="26"/>
  <path d="M250 330c-70-10-70-90-120-110l-14 26c40 40 50 130 140 160z" fill="${dark}"/>
  <ellipse cx="400" cy="360" rx="170" ry="125" fill="${main}"/>
  <path d="M290 270a110 60 0 0 1 220 0z" fill="${light}"/><circle cx="400" cy="200" r="20" fill="${dark}"/>
  <path d="M270 330c10-50 50-70 80-76" fill="none" stroke="${light}" stroke-width="14" stroke-linecap="round"/>`

const shirt: Shape = ({ main, dark, light }) => `
  <path d="M320 140l-150 70 40 110 60-26v186h260V294l60 26 40-110-150-70c-30 50-130 50-160 0z" fill="${main}"/>
  <path d="M320 140c30 50 130 50 160 0l-24-8c-24 34-88 34-112 0z" fill="${dark}"/>
  <path d="M270 294v186M530 294v186" stroke="${dark}" stroke-width="5" opacity=".5"/>
  <circle cx="400" cy="310" r="46" fill="${light}"/>`

const speaker: Shape = ({ main, dark, light }) => `
  <rect x="270" y="120" width="260" height="370" rx="46" fill="${main}"/>
  <circle cx="400" cy="360" r="92" fill="${dark}"/><circle cx="400" cy="360" r="54" fill="${main}"/>
  <circle cx="400" cy="360" r="22" fill="${dark}"/><circle cx="400" cy="208" r="44" fill="${dark}"/>
  <circle cx="400" cy="208" r="18" fill="${light}"/><circle cx="500" cy="146" r="8" fill="${light}"/>`

const jar: Shape = ({ main, dark, light }) => `
  <rect x="300" y="160" width="200" height="80" rx="14" fill="${dark}"/>
  <path d="M280 250h240q20 0 20 30v170q0 40-40 40H300q-40 0-40-40V280q0-30 20-30z" fill="${main}"/>
  <rect x="300" y="310" width="200" height="110" rx="8" fill="${light}"/>
  <path d="M330 345h140M330 370h100M330 395h120" stroke="${dark}" stroke-width="7" opacity=".5"/>
  <path d="M330 170v60M360 170v60M390 170v60M420 170v60M450 170v60" stroke="${main}" stroke-width="4" opacity=".5"/>`

const panda: Shape = ({ main, dark, light }) => `
  <circle cx="312" cy="170" r="46" fill="${dark}"/><circle cx="488" cy="170" r="46" fill="${dark}"/>
  <ellipse cx="400" cy="420" rx="120" ry="100" fill="${main}"/>
  <ellipse cx="280" cy="410" rx="40" ry="64" fill="${dark}"/><ellipse cx="520" cy="410" rx="40" ry="64" fill="${dark}"/>
  <circle cx="400" cy="245" r="120" fill="${light}"/>
  <ellipse cx="352" cy="240" rx="30" ry="38" fill="${dark}"/><ellipse cx="448" cy="240" rx="30" ry="38" fill="${dark}"/>
  <circle cx="356" cy="240" r="10" fill="${light}"/><circle cx="444" cy="240" r="10" fill="${light}"/>
  <ellipse cx="400" cy="296" rx="20" ry="14" fill="${dark}"/>`

const bag: Shape = ({ main, dark, light }) => `
  <path d="M320 250v-50q0-80 80-80t80 80v50" fill="none" stroke="${dark}" stroke-width="20"/>
  <path d="M240 240h320l30 230q4 24-22 24H232q-26 0-22-24z" fill="${main}"/>
  <path d="M240 240h320l4 30H236z" fill="${dark}" opacity=".4"/>
  <path d="M400 310c70 20 70 110 0 140-70-30-70-120 0-140z" fill="${light}"/>`

const carton: Shape = ({ main, dark, light }) => `
  <path d="M190 220l210-80 210 80-210 80z" fill="${light}"/><path d="M190 220l210 80v220l-210-90z" fill="${main}"/>
  <path d="M610 220l-210 80v220l210-90z" fill="${dark}"/>
  <path d="M280 186l210 80v60l40-16v-58l-210-82z" fill="#e8d9b0" opacity=".8"/>
  <path d="M450 400l110-44v56l-110 46z" fill="#fbfaf5"/>`

/** What goods of a category look like; `parcel` is the box that they came in. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  homeware: teapot,
  apparel: shirt,
  electronics: speaker,
  beauty: jar,
  toys: panda,
  general: bag,
  parcel: carton,
}

/** A paper tag with lines on it that no scanner takes for a code. */
export const TAG = `
  <g transform="rotate(-4 400 330)"><rect x="270" y="255" width="260" height="150" rx="10" fill="#fdfcf8" stroke="#c9c3b5" stroke-width="3"/>
  <path d="M300 290h150M300 318h200M300 346h120M300 374h170" stroke="#6b675e" stroke-width="9" stroke-linecap="round" opacity=".7"/></g>`

/** A crack with splinters. */
export const CRACK = `
  <path d="M330 210l44 62-22 30 60 54-14 40 52 66" fill="none" stroke="#26221c" stroke-width="9" stroke-linejoin="bevel"/>
  <path d="M374 272l56-18M352 302l-50 26M412 356l64-10M398 396l-46 34" stroke="#26221c" stroke-width="5"/>`
