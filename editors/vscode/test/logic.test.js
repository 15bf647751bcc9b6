'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const logic = require('../logic')

const say = (text, ...values) => text.replace(/\{(\d+)\}/g, (_, index) => String(values[index]))

function search(executables, overrides) {
  return logic.findServer({
    setting: '', path: '/usr/bin:/home/me/bin', checkouts: ['/checkout'], windows: false,
    isExecutable: (file) => executables.includes(file), ...overrides,
  })
}

test('the server is the one that is set, and no other where that is none', () => {
  assert.deepEqual(search(['/opt/it'], { setting: '/opt/it' }), { file: '/opt/it', origin: 'setting' })
  assert.equal(search(['/usr/bin/issue-lsp'], { setting: '/opt/it' }), undefined)
})

test('PATH comes before a checkout, its folders in order', () => {
  const everywhere = ['/checkout/.build/release/issue-lsp', '/home/me/bin/issue-lsp', '/usr/bin/issue-lsp']
  assert.deepEqual(search(everywhere), { file: '/usr/bin/issue-lsp', origin: 'PATH' })
  assert.deepEqual(search(everywhere.slice(0, 2)), { file: '/home/me/bin/issue-lsp', origin: 'PATH' })
  assert.deepEqual(search(everywhere.slice(0, 1)), { file: everywhere[0], origin: 'checkout' })
  assert.equal(search([]), undefined)
})

test('an empty PATH names no folder', () => {
  assert.equal(search(['/issue-lsp'], { path: '' }), undefined)
})

test('on Windows the program has its suffix', () => {
  const found = search(['C:/tools/issue-lsp.exe'], { path: 'C:/else;C:/tools', windows: true })
  assert.deepEqual(found, { file: 'C:/tools/issue-lsp.exe', origin: 'PATH' })
})

test('the server is told only what the writer set', () => {
  const values = { archive: ['pages'], 'completion.pinyin': true, 'completion.minHan': 2, codeLens: false }
  const configuration = {
    inspect: (key) => ({ defaultValue: 'default', workspaceValue: values[key] }),
    get: (key) => values[key] ?? 'default',
  }
  assert.deepEqual(logic.settingsForServer(configuration), {
    archive: ['pages'], completion: { pinyin: true, minHan: 2 }, codeLens: false,
  })
})

test('every setting of the server is offered by the extension, and described in both languages', () => {
  const { contributes } = require('../package.json')
  const english = require('../package.nls.json')
  const chinese = require('../package.nls.zh-cn.json')
  const asked = []
  logic.settingsForServer({ inspect: (key) => { asked.push(key); return undefined }, get: () => undefined })
  const own = ['server.path', 'server.arguments', 'trace.server']
  assert.deepEqual(
    Object.keys(contributes.configuration.properties).sort(),
    [...asked, ...own].map((key) => `issueLsp.${key}`).sort())
  assert.deepEqual(Object.keys(english).sort(), Object.keys(chinese).sort())
  const used = [...JSON.stringify(require('../package.json')).matchAll(/"%([^"%]+)%"/g)].map((match) => match[1])
  assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort())
})

test('every text the extension says has its Chinese form', () => {
  const fs = require('node:fs')
  const path = require('node:path')
  const folder = path.join(__dirname, '..')
  const chinese = require('../l10n/bundle.l10n.zh-cn.json')
  const said = new Set()
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const source = fs.readFileSync(path.join(folder, file), 'utf8')
    for (const match of source.matchAll(/\bsay\(\s*'([^']+)'/g)) said.add(match[1])
  }
  assert.ok(said.size > 20)
  assert.deepEqual([...said].sort(), Object.keys(chinese).sort())
})

test('a story holds its first place and not its end', () => {
  const range = { start: { line: 3, character: 2 }, end: { line: 5, character: 0 } }
  const inside = (line, character) => logic.contains(range, { line, character })
  assert.deepEqual([inside(3, 2), inside(4, 99), inside(3, 1), inside(5, 0), inside(2, 9)],
    [true, true, false, false, false])
})

test('reasons name the source first, then names, and wording only alone', () => {
  const wording = { kind: 'wording', value: '多模态' }
  const name = { kind: 'name', value: '商汤' }
  const source = { kind: 'source', value: 'https://example.com/a' }
  assert.equal(logic.reasonsText([wording, name, source], say), 'same source, 商汤')
  assert.equal(logic.reasonsText([wording], say), '多模态')
  assert.equal(logic.reasonsText([], say), '')
})

test('a row tells date and reasons, and no empty part', () => {
  const story = {
    title: '商汤开源', uri: 'file:///a.md', range: {}, issueTitle: '一期', date: null, section: null, url: null,
    score: 1, excerpt: '', reasons: [{ kind: 'name', value: '商汤' }],
  }
  assert.deepEqual(logic.relatedRow(story, say),
    { label: '商汤开源', description: '商汤', details: '一期', icon: 'history', context: 'story' })
  const dated = { ...story, date: '2026-01-31', section: '模型', url: 'https://a', reasons: [{ kind: 'source', value: 'x' }] }
  assert.deepEqual(logic.relatedRow(dated, say), {
    label: '商汤开源', description: '2026-01-31 · same source', details: '一期 › 模型', icon: 'link',
    context: 'storyWithSource',
  })
})

test('a long text is cut to where the name stands', () => {
  const text = `${'前'.repeat(200)}商汤${'😀'.repeat(200)}`
  const shown = logic.excerpt(text, ['SenseTime', '商汤'])
  assert.equal(shown, `…${'前'.repeat(30)}商汤${'😀'.repeat(68)}…`)
  assert.equal(logic.excerpt('短文', ['商汤']), '短文')
  assert.equal(logic.excerpt('前'.repeat(101), ['商汤']), `${'前'.repeat(100)}…`)
})

test('progress is kept by token, and its last word stays', () => {
  const progress = new logic.Progress()
  progress.report('a', { kind: 'begin', title: 'Reading', percentage: 0 })
  progress.report('a', { kind: 'report', percentage: 40 })
  assert.deepEqual(progress.work, [{ title: 'Reading', message: undefined, percentage: 40 }])
  assert.match(logic.statusText({ state: 'running', work: progress.work }, say).text, /40%$/)
  progress.report('a', { kind: 'end', message: '704 issues' })
  assert.deepEqual(progress.work, [])
  const { tooltip } = logic.statusText({ state: 'running', work: [], outcome: progress.outcome }, say)
  assert.equal(tooltip, '704 issues')
  assert.match(logic.statusText({ state: 'running', work: [] }, say).text, /loading/)
})

test('the problem matcher reads a line of --check', () => {
  const { contributes } = require('../package.json')
  const [{ pattern }] = contributes.problemMatchers
  const line = '往期/2025 12.md:97:5: warning: “洞潜” is not the usual “洞察” (118 of 121) [body/label-typo]'
  const match = new RegExp(pattern.regexp).exec(line)
  assert.deepEqual(
    [match[pattern.file], match[pattern.line], match[pattern.column], match[pattern.severity], match[pattern.code]],
    ['往期/2025 12.md', '97', '5', 'warning', 'body/label-typo'])
  assert.equal(match[pattern.message], '“洞潜” is not the usual “洞察” (118 of 121)')
})

test('palette commands do not take the ids of the server', () => {
  const { contributes } = require('../package.json')
  for (const { command } of contributes.commands) assert.match(command, /^issueLsp\./)
})
