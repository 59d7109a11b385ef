/** What each route answers when it does not do what it was asked to, beside what any route may (problems.ts). */

type Codes = Readonly<Record<string, string>>

const WHO = {
  staff: 'staff_only',
  supervisor: 'staff_only supervisor_only',
  admin: 'staff_only supervisor_only admin_only',
  seller: 'seller_only',
} as const

/** @param who is let in; others hear 401 and 403 */
const by = (who: keyof typeof WHO, more: Codes = {}): Codes => ({
  ...more,
  401: 'not_signed_in',
  403: WHO[who],
})
const signedIn = (more: Codes = {}): Codes => ({ 401: 'not_signed_in', ...more })
/** For the seller itself, or a supervisor. */
const own = (more: Codes = {}): Codes => signedIn({ 403: 'supervisor_only', 404: 'seller_unknown', ...more })
const MISSING = { 404: 'not_found' }
const PAGED = { 400: 'cursor_unknown' }
const PLACE = { 400: 'warehouse_needed', 404: 'seller_unknown warehouse_unknown' }
const MAIL = own({ 404: 'seller_unknown not_found' })
const HOOK = own({ 404: 'seller_unknown not_found' })
const LABELS =
  'plate_check_digit bin_unknown zone_empty too_many_labels not_held not_for_scrap not_for_refurbishment unit_unknown parcel_unknown not_identified badge_unknown size_too_small code_too_long code_not_printable code_missing'

const SESSIONS: Readonly<Record<string, Codes>> = {
  'POST /api/sessions': {
    ...{ 401: 'wrong_password wrong_pin', 403: 'device_revoked device_not_enrolled' },
    ...{ 423: 'locked', 429: 'too_many_guesses' },
  },
  'GET /api/sessions/current': signedIn(),
  'PUT /api/sessions/current/language': signedIn(),
  'GET /api/demo': MISSING,
  'POST /api/first-set-up': {
    ...{ 403: 'set_up_code_wrong', 409: 'already_set_up', 429: 'set_up_code_used_up' },
    422: 'warehouse_code_wrong warehouse_name_missing badge_wrong admin_name_missing currency_unknown time_zone_unknown',
  },
  'POST /api/devices/enrolments': by('supervisor'),
  'GET /api/devices/enrolments/:id': by('supervisor', MISSING),
  'POST /api/devices/enrol': { 422: 'enrolment_unknown', 429: 'too_many_guesses' },
  'POST /api/devices/heartbeat': { ...by('staff'), 403: 'staff_only wrong_device' },
  'POST /api/screens': by('supervisor', { 409: 'too_many_screens' }),
  'GET /api/screens': by('supervisor'),
  'DELETE /api/screens/:id': by('supervisor', MISSING),
  'GET /api/devices': by('supervisor', PAGED),
  'PUT /api/devices/:deviceId': by('supervisor', MISSING),
  'POST /api/devices/:deviceId/revoke': by('supervisor', MISSING),
  'POST /api/devices/:deviceId/restore': by('supervisor', MISSING),
  'POST /api/devices/dropped': { ...by('staff'), 403: 'staff_only wrong_device' },
  'POST /api/devices/dropped/acknowledged': by('supervisor'),
  'GET /api/devices/:deviceId/dropped': by('supervisor', PAGED),
}

const FLOOR: Readonly<Record<string, Codes>> = {
  'POST /api/commands': by('staff'),
  'GET /api/scan': signedIn(),
  'GET /api/parcels/:tracking': signedIn(MISSING),
  'GET /api/units/:lpn': signedIn(MISSING),
  'GET /api/units/:lpn/timeline': signedIn(MISSING),
  'GET /api/copy': by('staff', PAGED),
  'POST /api/plates': by('staff'),
  'PUT /api/photos/:sha256': by('staff', { 415: 'not_an_image', 422: 'hash_mismatch photo_too_large' }),
  'GET /api/photos/:sha256': signedIn(MISSING),
  'GET /api/photos/:sha256/original': signedIn({ 403: 'supervisor_only', ...MISSING }),
  'GET /api/unclaimed': by('staff', PAGED),
  'GET /api/unclaimed/:tracking': by('staff', MISSING),
  'GET /api/unclaimed/:tracking/guesses': by('staff', MISSING),
  'GET /api/unclaimed/policy': by('staff', MISSING),
  'PUT /api/unclaimed/policy': by('admin', MISSING),
  'GET /api/unclaimed/found': by('seller', { 429: 'too_many_guesses' }),
  'POST /api/unclaimed/claims': by('seller', { ...MISSING, 429: 'too_many_guesses' }),
  'POST /api/units/:lpn/answer': by('seller', MISSING),
  'POST /api/units/:lpn/scrap-answer': by('seller', MISSING),
  'GET /api/bins/:code/counts': by('staff', PAGED),
  'GET /api/search': signedIn(),
}

const PRINTING: Readonly<Record<string, Codes>> = {
  'POST /api/labels': by('supervisor', { 422: LABELS }),
  'GET /api/labels/command-sheet': by('staff'),
  'GET /api/sellers/:code/label-template': signedIn({ 404: 'seller_unknown' }),
  'PUT /api/sellers/:code/label-template': own(),
  'POST /api/sellers/:code/label-template/preview': signedIn({
    404: 'seller_unknown product_unknown',
    422: LABELS,
  }),
  'GET /api/printers': by('staff', PAGED),
  'POST /api/printers': by('supervisor', {
    409: 'printer_exists',
    422: 'agent_unknown printer_address printer_port',
  }),
  'GET /api/printers/:code': by('staff', MISSING),
  'PATCH /api/printers/:code': by('supervisor', {
    ...MISSING,
    422: 'agent_unknown printer_address printer_port',
  }),
  'DELETE /api/printers/:code': by('supervisor', { ...MISSING, 409: 'printer_has_jobs' }),
  'POST /api/printers/:code/test': by('supervisor', { ...MISSING, 409: 'print_job_differs', 422: LABELS }),
  'GET /api/devices/:deviceId/printer': by('staff', MISSING),
  'PUT /api/devices/:deviceId/printer': by('staff', { ...MISSING, 422: 'printer_unknown' }),
  'GET /api/print-settings': by('staff'),
  'PUT /api/print-settings': by('supervisor'),
  'POST /api/print-jobs': by('supervisor', { 409: 'print_job_differs', 422: `printer_unknown ${LABELS}` }),
  'GET /api/print-jobs': by('staff', PAGED),
  'GET /api/print-jobs/:id': by('staff', MISSING),
  'GET /api/print-jobs/:id/labels.pdf': by('supervisor', {
    ...MISSING,
    409: 'print_is_a_printers',
    422: LABELS,
  }),
  'POST /api/print-jobs/:id/cancel': by('staff', { ...MISSING, 409: 'print_is_over' }),
  'POST /api/print-jobs/:id/reprint': by('supervisor', {
    ...{ ...MISSING, 409: 'print_job_differs print_not_over', 422: `printer_unknown ${LABELS}` },
  }),
  'POST /api/print-jobs/:id/confirm': by('supervisor', {
    ...MISSING,
    409: 'print_answered print_job_differs',
    422: `printer_unknown ${LABELS}`,
  }),
  'GET /api/print-agents': by('supervisor', PAGED),
  'POST /api/print-agents': by('supervisor'),
  'DELETE /api/print-agents/:id': by('supervisor', MISSING),
  'POST /api/print-agent/attempts/:attempt/begin': { ...MISSING, 409: 'attempt_over' },
  'POST /api/print-agent/attempts/:attempt/alive': { ...MISSING, 409: 'attempt_over' },
  'POST /api/print-agent/attempts/:attempt/result': { ...MISSING, 409: 'attempt_over' },
}

const SELLERS: Readonly<Record<string, Codes>> = {
  'POST /api/expected-returns': signedIn({ 404: 'seller_unknown' }),
  'GET /api/expected-returns': signedIn(PAGED),
  'PATCH /api/expected-returns/:seller/:rma': signedIn({
    ...{ ...MISSING, 409: 'already_arrived', 422: 'tracking_missing field_too_long not_storable' },
  }),
  'DELETE /api/expected-returns/:seller/:rma': signedIn({ ...MISSING, 409: 'already_arrived' }),
  'POST /api/imports/returns': signedIn({
    400: 'file_missing',
    404: 'seller_unknown',
    413: 'file_too_large',
  }),
  'GET /api/imports': signedIn(PAGED),
  'GET /api/imports/:id': signedIn(MISSING),
  'GET /api/imports/:id/rejected.csv': signedIn(MISSING),
  'GET /api/sellers/:code/api-keys': own(),
  'POST /api/sellers/:code/api-keys': own({ 409: 'too_many_keys' }),
  'POST /api/sellers/:code/api-keys/:key/replace': own({
    404: 'seller_unknown not_found',
    409: 'key_replaced',
  }),
  'DELETE /api/sellers/:code/api-keys/:key': own({ 404: 'seller_unknown not_found' }),
  'GET /api/sellers/:code/webhooks': own(),
  'POST /api/sellers/:code/webhooks': own({ 409: 'too_many_webhooks', 422: 'webhook_out_of_reach' }),
  'PATCH /api/sellers/:code/webhooks/:id': { ...HOOK, 422: 'webhook_out_of_reach' },
  'DELETE /api/sellers/:code/webhooks/:id': HOOK,
  'POST /api/sellers/:code/webhooks/:id/secret': HOOK,
  'POST /api/sellers/:code/webhooks/:id/test': HOOK,
  'POST /api/sellers/:code/webhooks/:id/replay': {
    ...{ ...HOOK, 400: 'date_unknown warehouse_needed', 404: 'seller_unknown not_found warehouse_unknown' },
  },
  'GET /api/sellers/:code/webhooks/:id/messages': { ...HOOK, ...PAGED },
  'POST /api/sellers/:code/webhooks/:id/messages/:message/again': HOOK,
  'GET /api/sellers/:code/mail-recipients': own(),
  'POST /api/sellers/:code/mail-recipients': own({ 409: 'mail_off too_many_recipients recipient_known' }),
  'PATCH /api/sellers/:code/mail-recipients/:id': MAIL,
  'DELETE /api/sellers/:code/mail-recipients/:id': MAIL,
  'POST /api/sellers/:code/mail-recipients/:id/test': {
    ...{ ...MAIL, 409: 'mail_off recipient_stopped', 429: 'test_too_soon' },
  },
  'GET /api/sellers/:code/mail-recipients/:id/mails': { ...MAIL, ...PAGED },
  'POST /api/sellers/:code/mail-recipients/:id/mails/:warehouse/:day/again': MAIL,
}

const READING: Readonly<Record<string, Codes>> = {
  'GET /api/units': signedIn(PAGED),
  'GET /api/parcels': signedIn(PAGED),
  ...Object.fromEntries(
    ['pipeline', 'dispositions', 'bins', 'waiting', 'bins/find'].map((board) => [
      `GET /api/boards/${board}`,
      signedIn(PLACE),
    ]),
  ),
  'GET /api/boards/people': by('supervisor', PLACE),
  'GET /api/waiting': signedIn({ ...PLACE, 400: 'cursor_unknown warehouse_needed', 403: 'supervisor_only' }),
  'GET /api/reports/dispositions': signedIn({
    ...{ ...PLACE, 400: 'date_needed date_unknown dates_reversed range_too_long warehouse_needed' },
  }),
  'GET /api/reports/overview': signedIn({
    ...{ ...PLACE, 400: 'date_needed date_unknown dates_reversed range_too_long warehouse_needed' },
  }),
  'GET /api/live': signedIn({
    403: 'origin_not_allowed',
    426: 'upgrade_required',
    503: 'too_many_connections',
  }),
}

const SET_UP: Readonly<Record<string, Codes>> = {
  'GET /api/bins': by('staff', PAGED),
  'PUT /api/bins/:code': by('supervisor', { 422: 'bin_place_wrong bin_code_wrong bin_in_use' }),
  'DELETE /api/bins/:code': by('supervisor', { ...MISSING, 422: 'bin_in_use' }),
  'POST /api/imports/layout': by('supervisor', {
    400: 'file_missing',
    409: 'layout_changed',
    413: 'file_too_large',
  }),
  'POST /api/imports/products': own({ 400: 'file_missing', 413: 'file_too_large' }),
  'POST /api/imports/products/preview': own({ 400: 'file_missing', 413: 'file_too_large' }),
  'GET /api/products': signedIn(PAGED),
  'GET /api/products.csv': signedIn(),
  'PUT /api/products/:seller/:sku': by('supervisor', { 404: 'seller_unknown' }),
  'GET /api/staff': by('supervisor', PAGED),
  'PUT /api/staff/:badge': by('admin', { 422: 'own_badge badge_taken badge_wrong pin_missing' }),
  'POST /api/staff/:badge/lock': by('admin', { ...MISSING, 422: 'own_badge' }),
  'POST /api/staff/:badge/unlock': by('admin', MISSING),
  'GET /api/sellers': signedIn(PAGED),
  'PUT /api/sellers/:code': by('admin'),
  'GET /api/sellers/:code/policy': signedIn({ 404: 'seller_unknown' }),
  'PUT /api/sellers/:code/policy': signedIn({
    403: 'supervisor_only admin_only not_sellers_own',
    ...{ 404: 'seller_unknown', 409: 'changed_meanwhile', 422: 'policy_wrong' },
  }),
  'GET /api/sellers/:code/policy/changes': signedIn({ ...PAGED, 404: 'seller_unknown' }),
  'GET /api/sellers/:code/checks': signedIn({ 404: 'seller_unknown' }),
  'PUT /api/sellers/:code/checks': signedIn({
    403: 'supervisor_only admin_only',
    ...{ 404: 'seller_unknown', 409: 'changed_meanwhile', 422: 'checks_wrong' },
  }),
  'GET /api/warehouse': by('staff'),
  'PUT /api/warehouse': by('admin', { 422: 'warehouse_name_missing currency_unknown time_zone_unknown' }),
  'GET /api/checklists': by('staff'),
  'GET /api/checklists/:category/versions/:version': by('staff', MISSING),
  'PUT /api/checklists/:category': by('supervisor', {
    ...MISSING,
    409: 'changed_meanwhile',
    422: 'checklist_wrong',
  }),
  'GET /api/set-up/changes': by('supervisor', PAGED),
}

/** By method and pattern, codes by status. */
export const RAISED: Readonly<Record<string, Codes>> = {
  ...SESSIONS,
  ...FLOOR,
  ...PRINTING,
  ...SELLERS,
  ...READING,
  ...SET_UP,
}
