import { useTexts } from '@restow/ui/desk'
import { Modal } from '@restow/ui/desk-parts'
import { DEEDS, KEY_OF } from './decisions.ts'

/** All keys of the page. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const keys = [
    ['j  ↓', t('shortcut.next')],
    ['k  ↑', t('shortcut.previous')],
    ['Enter', t('shortcut.open')],
    ['x', t('shortcut.pick')],
    ['p', t('shortcut.photos')],
    ...DEEDS.map((deed) => [KEY_OF[deed], t(`deed.${deed}`)] as const),
    ['u', t('waiting.undo')],
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
