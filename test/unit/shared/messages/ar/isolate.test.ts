import { expect, it } from 'vitest';
import { finishArabic, isolateStrays } from '../../../../../shared/messages/ar/isolate.ts';

it.each([
  ['بالخيار --home غير', '--home'],
  ['قناة مثل @mine.', '@mine'],
  ['فشل /bin/ps برمز', '/bin/ps'],
  ['يبدأ بـ https:// أو غيره', 'https://'],
  ['مثل https://status.example.com.', 'https://status.example.com'],
  ['مجمِّع OTEL_EXPORTER_OTLP_*. أرقام', 'OTEL_EXPORTER_OTLP_*'],
  ['ساعات مثل 22:00-07:00.', '22:00-07:00'],
  ['يومًا مثل 2026-05-01', '2026-05-01'],
])('keeps in its order what would change sides in “%s”', (text, stray) => {
  expect(isolateStrays(text)).toBe(text.replace(stray, `\u2066${stray}\u2069`));
});

it('leaves words, what is isolated already, and signs between Arabic words', () => {
  const text = '\u200fFuelgauge: 5 رمز/د، و\u2066/home/me\u2069، حروف و- و_، config.json، openssl rand -base64 32';
  expect(isolateStrays(text)).toBe(text);
});

it('writes a preposition together with its word', () => {
  expect(finishArabic('قبل التجديد بـ أقل من دقيقة')).toBe('قبل التجديد بأقل من دقيقة');
});

it('keeps a percent sign behind its figure', () => {
  expect(isolateStrays('عند 80% و100% من')).toBe('عند 80\u200e%\u200e و100\u200e%\u200e من');
});
