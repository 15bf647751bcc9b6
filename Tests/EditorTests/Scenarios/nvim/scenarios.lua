--- What a writer does in Neovim, step by step, against the real server.
local scenarios = {}

local function scenario(name, run, options)
  table.insert(scenarios, vim.tbl_extend('force', { name = name, run = run }, options or {}))
end

local function expect(condition, message)
  if not condition then
    error(message, 2)
  end
end

local function expect_equal(actual, expected)
  if not vim.deep_equal(actual, expected) then
    error(('expected %s, got %s'):format(vim.inspect(expected), vim.inspect(actual)), 2)
  end
end

--- Whether one of `lines` holds every one of `parts`.
local function row_with(lines, ...)
  for index, line in ipairs(lines or {}) do
    local all = true
    for _, part in ipairs({ ... }) do
      all = all and line:find(part, 1, true) ~= nil
    end
    if all then
      return index
    end
  end
end

local function expect_row(lines, ...)
  local row = row_with(lines, ...)
  if not row then
    error(('no line with %s in %s'):format(vim.inspect({ ... }), vim.inspect(lines)), 2)
  end
  return row
end

local function current_line(child)
  return child:lua('return vim.api.nvim_get_current_line()')
end

--- The server's text is the editor's.
local function expect_same_text(child)
  local answer = child:request('issue/documentText', { uri = child:lua('return vim.uri_from_bufnr(0)') })
  local there = vim.split(answer.result.text, '\n', { plain = true })
  local here = child:lua('return vim.api.nvim_buf_get_lines(0, 0, -1, false)')
  if there[#there] == '' and here[#here] ~= '' then
    table.remove(there)
  end
  for row = 1, math.max(#here, #there) do
    if here[row] ~= there[row] then
      error(('line %d: the editor has %s, the server %s'):format(row, vim.inspect(here[row]), vim.inspect(there[row])), 2)
    end
  end
end

local mars = '商汤开源 MARS'
local related_panel = 'issue-lsp://related'
local outline_panel = 'issue-lsp://outline'

local function open_related(child)
  child:go(mars)
  child:command('IssueRelated')
  return child:wait(
    'related stories',
    [[
      for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
        if vim.api.nvim_buf_get_name(bufnr) == 'issue-lsp://related' then
          local lines = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
          return #lines > 1 and lines
        end
      end
    ]]
  )
end

scenario('the outline lists sections, stories and labels as a reader sees them', function(child)
  child:open('2026-02-01.md')
  child:command('IssueOutline')
  child:wait('the outline', [[return #vim.fn.getbufline('issue-lsp://outline', 1, '$') > 10]])
  local lines = child:panel(outline_panel)
  expect_equal(lines[1], 'AI产品生态与巨头投资双线推进')
  expect_equal(lines[2], '  技术突破与产品创新')
  expect_equal(lines[3], '    快手可灵 3.0 系列发布，支持 15 秒视频生成')
  expect_row(lines, '      深度解读 & 洞察')
  for _, line in ipairs(lines) do
    expect(not line:find('](', 1, true) and not line:find('**', 1, true), 'Markdown in the outline: ' .. line)
  end
end)

scenario('the outline follows the cursor, and a key goes to the story', function(child)
  child:open('2026-02-01.md')
  child:command('IssueOutline')
  child:wait('the outline', [[return #vim.fn.getbufline('issue-lsp://outline', 1, '$') > 10]])
  child:go('商汤开源 MARS 多模态模型，性能')
  child:wait(
    'the outline on the story',
    [[
      local window = vim.fn.bufwinid('issue-lsp://outline')
      local row = vim.api.nvim_win_get_cursor(window)[1]
      local line = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), row - 1, row, false)[1]
      return line:find('商汤开源 MARS', 1, true) ~= nil
    ]]
  )
  child:type('<C-w>l/蚂蚁<CR><CR>')
  child:wait('the jump', [[return vim.api.nvim_get_current_line():find('蚂蚁集团 AlignXplore', 1, true) ~= nil]])
  expect(child:lua([[return vim.fn.expand('%:t')]]) == '2026-02-01.md', 'the jump left the issue')
end)

scenario('a name is completed amid Chinese text', function(child)
  child:open('2026-02-01.md')
  child:go('商汤开源 MARS 多模态模型，性能')
  child:type('o今天快手')
  child:wait('the text', [[return vim.api.nvim_get_current_line() == '今天快手']])
  child:type('可<C-x><C-o>')
  child:wait('the menu', 'return vim.fn.pumvisible() == 1')
  local words = child:lua([[
    return vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)
  ]])
  local index
  for place, word in ipairs(words) do
    index = index or (word:find('^可灵') and place)
  end
  expect(index, 'no 可灵 among ' .. vim.inspect(words))
  child:type(('<C-n>'):rep(index - (child:lua([[return vim.fn.complete_info({ 'selected' }).selected]]) + 1)))
  child:type('<C-y>很快<Esc>')
  child:wait('the end of insertion', [[return vim.fn.mode() == 'n']])
  expect_equal(current_line(child), '今天快手' .. words[index] .. '很快')
  expect_same_text(child)
end)

scenario('names are offered while typing, where that is wanted', function(child)
  child:open('2026-02-01.md')
  child:go('商汤开源 MARS 多模态模型，性能')
  child:type('o今天商')
  child:wait('the menu', 'return vim.fn.pumvisible() == 1')
  child:type('<C-n><C-y>很快<Esc>')
  child:wait('the end of insertion', [[return vim.fn.mode() == 'n']])
  expect(current_line(child):find('^今天商汤.*很快$'), current_line(child))
  expect_same_text(child)
end, { setup = '{ autocomplete = true }', needs = 'nvim-0.11' })

scenario('what is typed, pasted and deleted reaches the server as it is', function(child)
  child:open('2025-12-27.md')
  child:type('ggO中文和 emoji 😀🧑‍🚀，<CR>再来一行<Esc>')
  child:wait('the lines', [[return vim.fn.getline(2) == '再来一行' and vim.fn.mode() == 'n']])
  expect_same_text(child)
  child:type('5Gddjp3ddkPu')
  child:type('ggx$i界<Esc>')
  child:wait('the last insertion', [[return vim.fn.getline(1):find('界', 1, true) ~= nil and vim.fn.mode() == 'n']])
  expect_same_text(child)
  child:type('GO末行<Esc>:%s/洞察/见解/g<CR>')
  child:wait('the substitution', [[return vim.fn.search('洞察', 'nw') == 0 and vim.fn.mode() == 'n']])
  expect_same_text(child)
  child:type('u:wq<CR>')
end)

scenario('hovering over a name tells its kind and its past stories', function(child)
  child:open('2026-02-01.md')
  child:go('商汤开源 MARS 多模态模型，性能')
  child:lua('vim.lsp.buf.hover()')
  local text = child:wait(
    'the hover window',
    [[
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= '' then
          local bufnr = vim.api.nvim_win_get_buf(window)
          return table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, false), '\n')
        end
      end
    ]]
  )
  expect(text:find('商汤', 1, true), 'no name in the hover text: ' .. text)
  expect(text:find('2026-01-31', 1, true), 'no date of a past story in the hover text: ' .. text)
  expect(text:find('company', 1, true), 'no kind in the hover text: ' .. text)
end)

scenario('a misspelt label is reported, and the quick fix mends it', function(child)
  child:open('2025-12-27.md')
  local line = child:wait(
    'the diagnostic',
    [[
      for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
        if diagnostic.code == 'body/label-typo' then
          return diagnostic.lnum + 1
        end
      end
    ]]
  )
  expect_equal(line, 97)
  child:lua([[
    vim.ui.select = function(items, options, choose)
      local format = options.format_item or tostring
      for index, item in ipairs(items) do
        if format(item):find('洞察', 1, true) then
          return choose(item, index)
        end
      end
      error('no fix among ' .. vim.inspect(vim.tbl_map(format, items)))
    end
    local column = vim.fn.getline(97):find('洞潜', 1, true)
    vim.api.nvim_win_set_cursor(0, { 97, column - 1 })
    vim.lsp.buf.code_action()
  ]])
  child:wait('the fix', [[return vim.fn.getline(97):find('**深度解读 & 洞察：**', 1, true) ~= nil]])
  child:wait(
    'the diagnostic to go',
    [[
      return #vim.tbl_filter(function(diagnostic)
        return diagnostic.code == 'body/label-typo'
      end, vim.diagnostic.get(0)) == 0
    ]]
  )
  expect_same_text(child)
end)

scenario('a code lens over a story opens the related past stories', function(child)
  child:open('2026-02-01.md')
  child:wait(
    'the lenses',
    [[
      require('issue_lsp.client').refresh_codelens()
      for _, lens in ipairs(vim.lsp.codelens.get(0)) do
        if lens.range.start.line == 28 and lens.command then
          return lens.command.title:find('2026-01-31', 1, true) ~= nil
        end
      end
    ]]
  )
  child:go('### [' .. mars)
  child:lua('vim.lsp.codelens.run()')
  child:wait('the window', [[return #vim.fn.getbufline('issue-lsp://related', 1, '$') > 1]])
  expect_row(child:panel(related_panel), '2026-01-31', 'SenseNova-MARS')
end)

scenario('the related window names the story and its past, and follows the cursor', function(child)
  child:open('2026-02-01.md')
  local lines = open_related(child)
  expect_equal(lines[1], '商汤开源 MARS 多模态模型，超越 Gemini-3-Pro')
  expect_row({ lines[2] }, '2026-01-31', '商汤开源多模态自主推理模型SenseNova-MARS', '商汤')
  expect(child:lua([[return vim.fn.expand('%:t')]]) == '2026-02-01.md', 'the window took the focus')
  child:go('### [OpenAI 揭秘 GPT-5.2')
  child:wait('the next story', [[return vim.fn.getbufline('issue-lsp://related', 1)[1]:find('OpenAI 揭秘', 1, true) ~= nil]])
  child:command('IssueRelated')
  expect(child:panel(related_panel) == vim.NIL or child:panel(related_panel) == nil, 'the window did not close')
end)

scenario('the related window follows what is typed', function(child)
  child:open('2026-02-01.md')
  open_related(child)
  child:type('$a 加一句<Esc>')
  child:wait(
    'the new title',
    [[return vim.fn.getbufline('issue-lsp://related', 1)[1] ~= '商汤开源 MARS 多模态模型，超越 Gemini-3-Pro']]
  )
end, { setup = '{ related = { preview = false } }' })

scenario('a past story is previewed and jumped to from the related window', function(child)
  child:open('2026-02-01.md')
  open_related(child)
  child:type('<C-w>j')
  child:wait('the focus', [[return vim.api.nvim_buf_get_name(0) == 'issue-lsp://related']])
  child:type('gg2G')
  child:wait(
    'the preview',
    [[
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= '' then
          local line = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, 1, false)[1]
          return line:find('SenseNova-MARS', 1, true) ~= nil
        end
      end
    ]]
  )
  child:type('<CR>')
  child:wait('the jump', [[return vim.fn.expand('%:t') == '2026-01-31.md']])
  expect(current_line(child):find('SenseNova-MARS', 1, true), 'the jump went to ' .. current_line(child))
  expect(
    child:lua([[
      return #vim.tbl_filter(function(window)
        return vim.api.nvim_win_get_config(window).relative ~= ''
      end, vim.api.nvim_list_wins())
    ]]) == 0,
    'the preview stayed open'
  )
  child:type('<C-o>')
  child:wait('the way back', [[return vim.fn.expand('%:t') == '2026-02-01.md']])
end)

scenario('quitting the issue quits Neovim, whatever windows of the plugin are open', function(child)
  child:open('2026-02-01.md')
  open_related(child)
  child:command('IssueOutline')
  child:wait('the outline', [[return vim.fn.bufwinid('issue-lsp://outline') > 0]])
  -- It may be gone before it answers.
  pcall(child.type, child, ':quit<CR>')
  expect(vim.fn.jobwait({ child.job }, 20000)[1] == 0, 'Neovim did not end')
end)

scenario('related stories fill the quickfix list', function(child)
  child:open('2026-02-01.md')
  child:go(mars)
  child:command('IssueRelated!')
  child:wait('the list', 'return #vim.fn.getqflist() > 0')
  local first = child:lua([[
    local item = vim.fn.getqflist()[1]
    return { vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t'), item.lnum, item.module }
  ]])
  expect_equal(first, { '2026-01-31.md', 73, '2026-01-31' })
end)

scenario('mentions of the name under the cursor come newest first', function(child)
  child:open('2026-02-01.md')
  child:go('商汤开源 MARS 多模态模型，性能')
  child:command('IssueMentions')
  child:wait('the list', 'return #vim.fn.getqflist() > 1')
  local places = child:lua([[
    return vim.tbl_map(function(item)
      local line = vim.fn.getbufline(item.bufnr, item.lnum)[1]
      if not line then
        vim.fn.bufload(item.bufnr)
        line = vim.fn.getbufline(item.bufnr, item.lnum)[1]
      end
      return { date = item.module, there = line:sub(item.col), shown = item.text }
    end, vim.fn.getqflist())
  ]])
  for index, place in ipairs(places) do
    expect(place.there:find('^商汤'), 'no mention stands there: ' .. place.there)
    expect(place.shown:find('商汤', 1, true), 'the row does not show the name: ' .. place.shown)
    expect(index == 1 or places[index - 1].date >= place.date, 'not newest first')
  end
end)

scenario('mentions take a name, completed from the archive', function(child)
  child:open('2026-02-01.md')
  local names = child:lua([[return vim.fn.getcompletion('IssueMentions open', 'cmdline')]])
  expect(vim.tbl_contains(names, 'OpenAI'), 'OpenAI is not offered: ' .. vim.inspect(names))
  child:command('IssueMentions OpenAI')
  child:wait('the list', 'return #vim.fn.getqflist() > 3')
  expect(child:lua([[return vim.fn.getqflist({ title = 1 }).title]]):find('OpenAI', 1, true), 'no name in the title')
  child:command('IssueMentions 没有这个名字')
  child:wait('the word', [[return (said[#said] or ''):find('没有这个名字', 1, true) ~= nil]])
end)

scenario('checking fills the quickfix list with exact places', function(child)
  child:open('2025-12-27.md')
  child:command('IssueCheck')
  child:wait('the list', 'return #vim.fn.getqflist() > 0')
  local there = child:lua([[
    for _, item in ipairs(vim.fn.getqflist()) do
      if item.text:find('body/label-typo', 1, true) then
        return { item.lnum, vim.fn.getbufline('2025-12-27.md', item.lnum)[1]:sub(1, item.col - 1) }
      end
    end
  ]])
  expect(there ~= vim.NIL and there[1] == 97, 'no label typo in line 97')
  expect(not there[2]:find('：', 1, true), 'the column lies behind the label')
  child:wait('the closing line', [[return (said[#said] or ''):find('5 files checked', 1, true) ~= nil]])
end)

scenario('an issue that another program adds to the archive is known at once', function(child, folder)
  child:open('2026-02-01.md')
  open_related(child)
  vim.fn.writefile({
    '---',
    'title: 商汤再推 MARS',
    'date: 2026-01-30',
    '---',
    '# 商汤再推 MARS',
    '',
    '## 模型',
    '',
    '### [商汤 MARS 多模态模型开源在即](https://www.example.com/2026/01/30/mars.htm)',
    '',
    '商汤即将开源 MARS 多模态模型，性能超越 Gemini-3-Pro，支持动态视觉推理。',
  }, folder .. '/2026-01-30.md')
  child:type(':write<CR>')
  child:wait(
    'the new past story',
    [[
      for _, line in ipairs(vim.fn.getbufline('issue-lsp://related', 1, '$')) do
        if line:find('2026-01-30', 1, true) and line:find('开源在即', 1, true) then
          return true
        end
      end
      require('issue_lsp.related').refresh()
    ]]
  )
end)

scenario('a server that is killed comes back, and knows the text', function(child)
  child:open('2026-02-01.md')
  open_related(child)
  child:type('ggO被杀之前<Esc>')
  child:wait('the line', [[return vim.fn.getline(1) == '被杀之前' and vim.fn.mode() == 'n']])
  local first = child:lua([[
    local client = require('issue_lsp.compat').client(vim.api.nvim_get_current_buf())
    for _, pid in ipairs(vim.api.nvim_get_proc_children(vim.fn.getpid())) do
      vim.loop.kill(pid, 9)
    end
    return client.id
  ]])
  child:wait(
    'a new server',
    [[
      local client = require('issue_lsp.compat').client(vim.api.nvim_get_current_buf())
      return client ~= nil and client.id ~= ...
    ]],
    first
  )
  expect_same_text(child)
  child:command('IssueRestart')
  child:wait(
    'another server',
    [[
      local client = require('issue_lsp.compat').client(vim.api.nvim_get_current_buf())
      return client ~= nil and client.id > ... + 1
    ]],
    first
  )
  expect_same_text(child)
end)

scenario(':checkhealth tells the server, its version and the archive', function(child)
  child:open('2026-02-01.md')
  child:command('checkhealth issue_lsp')
  local report = child:lua([[return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')]])
  for _, part in ipairs({ 'issue-lsp', 'setting: ', 'serves 1 buffer', 'The archive is read: 5 issues' }) do
    expect(report:find(part, 1, true), ('no %q in %s'):format(part, report))
  end
  expect(not report:find('ERROR'), report)
end)

scenario('the statusline says nothing elsewhere', function(child)
  expect_equal(child:lua([[return require('issue_lsp').statusline()]]), '')
  child:open('2026-02-01.md')
  expect_equal(child:lua([[return require('issue_lsp').statusline()]]), 'issue-lsp')
end)

scenario('a missing server is told once, with what to do', function(child)
  child:command('edit 2026-02-01.md')
  child:wait('the word', 'return #said > 0')
  child:command('edit 2026-01-31.md')
  local said = child:lua('return said')
  expect(#said == 1 and said[1]:find('server.path is no program: /nowhere/issue-lsp', 1, true), vim.inspect(said))
  child:command('IssueCheck')
  expect(child:lua('return #said') == 2, 'the check did not say why it cannot run')
  child:command('checkhealth issue_lsp')
  local report = child:lua([[return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')]])
  expect(report:find('ERROR'), report)
end, { binary = '/nowhere/issue-lsp' })

return scenarios
