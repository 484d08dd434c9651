import { expect, it } from 'vitest'
import { deviceType } from './device-type.ts'

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [undefined, 'unknown'],
  ['', 'unknown'],
  ['Mozilla/5.0', 'unknown'],
  [`${mac} ${webKit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome 140 / macOS'],
  [`${mac} ${webKit} Chrome/140.0.0.0 Safari/537.36 Edg/139.0.0.0`, 'Edge 139 / macOS'],
  [`${mac} ${webKit} Chrome/140.0.0.0 Safari/537.36 OPR/121.0.0.0`, 'Opera 121 / macOS'],
  [
    `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`,
    'Safari 18 / macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
      'Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari 18 / iOS',
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${webKit} Chrome/141.0.0.0 Mobile Safari/537.36`,
    'Chrome 141 / Android',
  ],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/142.0.0.0 Safari/537.36`,
    'Chrome 142 / Linux',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
    'Firefox 143 / Windows',
  ],
  ['aws-sdk-js/3.1169.0 ua/2.1 os/linux#6.1.0 lang/js md/nodejs#22.1.0', 'aws-sdk-js 3 / Linux'],
  ['aws-sdk-js/3.1169.0 ua/2.1 os/darwin#24.1.0 lang/js', 'aws-sdk-js 3 / macOS'],
  ['aws-sdk-js/3.1169.0 ua/2.1 os/win32#10.0 lang/js', 'aws-sdk-js 3 / Windows'],
  ['curl/8.14.1', 'curl 8'],
  ['node', 'unknown'],
])('%s is %s', (userAgent, expected) => {
  expect(deviceType(userAgent)).toBe(expected)
})
