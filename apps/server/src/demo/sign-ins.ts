import { DEMO_PASSWORD, DEMO_PIN, DEMO_SELLERS, DEMO_STAFF } from './staff.ts'

const staff = DEMO_STAFF.map(({ badge, role, name }) => `  ${badge}  ${role.padEnd(10)}  ${name}`).join('\n')
const sellers = DEMO_SELLERS.map(({ code, user }) => `  ${user.email.padEnd(24)}  ${code}`).join('\n')

/** The demo's logins, said aloud at each start. */
export const DEMO_SIGN_INS = `
Demo data. Scan or type a badge; the PIN of each is ${DEMO_PIN}:
${staff}
Sellers sign in by e-mail; the password of both is ${DEMO_PASSWORD}:
${sellers}`
