import { useTexts } from '@restow/ui/desk'
import { Modal } from '@restow/ui/desk-parts'
import { useUser } from '../shell/session.store.ts'
import { deedsBy, KEY_OF } from './decisions.ts'

/** All keys of the page. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const { role } = useUser()
  const keys = [
    ['j  ↓', t('shortcut.next')],
    ['k  ↑', t('shortcut.previous')],
    ['Enter', t('shortcut.open')],
    ['x', t('shortcut.pick')],
    ['p', t('shortcut.photos')],
    ...deedsBy(role).map((deed) => [KEY_OF[deed], t(`deed.${deed}`)] as const),
    ...(role === 'seller' ? [] : [['u', t('waiting.undo')] as const]),
    ['Esc', t('shortcut.back')],
    ['?', t('shortcut.help')],
  ] as const
  return (
    <Modal title={t('shortcut.title')} close={t('button.close')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 pt-1 text-s">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-[4px] border border-edge px-1.5 py-0.5 font-mono text-xs font-semibold">
                {key}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
