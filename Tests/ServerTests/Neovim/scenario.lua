-- Drives a Neovim of its own through a session with the built server, as a writer would, and prints
-- a line for each thing that holds ("ok ...") or does not ("not ok ...").
--
-- Works from Neovim 0.7 on. Variables: ISSUE_LSP (the server), ISSUE (a file to edit), FOLDER (its
-- archive).

local failures = 0

local function check(name, holds, details)
  if holds then
    io.stdout:write('ok ', name, '\n')
  else
    failures = failures + 1
    io.stdout:write('not ok ', name, ' ', vim.inspect(details), '\n')
  end
end

local editor = vim.fn.jobstart({ vim.v.progpath, '--embed', '--headless', '--clean', '-n' }, { rpc = true })

local function lua(code, ...)
  return vim.rpcrequest(editor, 'nvim_exec_lua', code, { ... })
end

-- Keys are typed and gone through before anything else is asked.
local function type_keys(keys)
  vim.rpcrequest(editor, 'nvim_input', keys)
end

-- Polls, since what comes from a server comes when it comes.
local function await(code, ...)
  local arguments = { ... }
  local result
  vim.wait(20000, function()
    result = lua(code, unpack(arguments))
    return result ~= vim.NIL and result ~= false
  end, 10)
  return result
end

local function request(method, params)
  return lua(
    [[
      local method, params = ...
      local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
      for _, answer in pairs(answers or {}) do
        if answer.err then return { error = answer.err } end
        return answer.result
      end
    ]],
    method,
    params
  )
end

lua(
  [[
    local server, folder, file = ...
    vim.o.hidden = true
    vim.cmd('edit ' .. vim.fn.fnameescape(file))
    vim.bo.filetype = 'markdown'
    local id = vim.lsp.start_client({
      name = 'issue-lsp',
      cmd = { server, '--paranoid' },
      root_dir = folder,
      workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'archive' } },
    })
    vim.lsp.buf_attach_client(0, id)
  ]],
  vim.env.ISSUE_LSP,
  vim.env.FOLDER,
  vim.env.ISSUE
)

local uri = lua('return vim.uri_from_bufnr(0)')
local document = { textDocument = { uri = uri } }

-- Where two texts part, in a few words.
local function difference(a, b)
  for i = 1, math.max(#a, #b) do
    if a:byte(i) ~= b:byte(i) then
      return { at = i, editor = a:sub(i - 20, i + 20), server = b:sub(i - 20, i + 20) }
    end
  end
end

-- Neovim can leave a server one empty line too many at the end, until the file is saved.
local function expect_same_text(name, marker, is_exact)
  if marker then
    await(
      [[
        local marker = ...
        return vim.fn.search(marker, 'nw') > 0 and vim.fn.mode() == 'n'
      ]],
      marker
    )
  end
  local ours = lua([[
    local lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)
    return table.concat(lines, '\n') .. (vim.bo.endofline and '\n' or '')
  ]])
  local answer = request('issue/documentText', { uri = uri })
  if type(answer) ~= 'table' or not answer.text then return check(name, false, answer) end
  local theirs = answer.text
  if not is_exact then
    ours = ours:gsub('\n+$', '')
    theirs = theirs:gsub('\n+$', '')
  end
  check(name, ours == theirs, difference(ours, theirs))
end

await('return vim.lsp.buf_get_clients and next(vim.lsp.buf_get_clients(0)) ~= nil')
expect_same_text('the server has the text of the editor', nil, true)

-- What a writer asks for, before anything is typed.
local function line_of(text)
  return lua('return vim.fn.search(..., "nw") - 1', text)
end

local function names_of(symbols)
  local names = {}
  for _, symbol in ipairs(symbols or {}) do
    table.insert(names, symbol.name)
    vim.list_extend(names, names_of(symbol.children))
  end
  return names
end

local symbols = names_of(request('textDocument/documentSymbol', document))
check('the outline has sections', vim.tbl_contains(symbols, '开源技术突破'), symbols)
check('the outline has stories', vim.tbl_contains(symbols, '清华开源 TurboDiffusion 视频生成提速 200 倍'), symbols)

local typo = await([[
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.code == 'body/label-typo' then return diagnostic end
  end
  return false
]])
check('a mistyped label is reported', typo and typo.lnum == line_of('洞潜'), typo)

-- The name is known once the archive has been read.
local hover
vim.wait(20000, function()
  hover = request('textDocument/hover', {
    textDocument = document.textDocument,
    position = { line = line_of('### 清华开源 TurboDiffusion'), character = 20 },
  })
  return type(hover) == 'table' and hover.contents and hover.contents.value:find('2025-12-24', 1, true)
end, 20)
check('hover tells of a name', hover and hover.contents.value:find('TurboDiffusion', 1, true), hover)
check('hover quotes a past story', hover and hover.contents.value:find('2025-12-24', 1, true), hover)

-- Completion amid Chinese text, accepted with Enter.
lua('vim.bo.omnifunc = "v:lua.vim.lsp.omnifunc"; vim.o.completeopt = "menuone"')
type_keys('gg/^## <CR>o今天Turbo<C-x><C-o>')
check('completion offers the name', await([[
  for _, item in ipairs(vim.fn.complete_info({ 'items' }).items) do
    if item.word:find('TurboDiffusion', 1, true) then return item.word end
  end
  return false
]]))
-- Neovim selects the first item by itself.
type_keys('<C-y>发布<Esc>')
check('the accepted name stands behind the Chinese text',
  await([[return vim.fn.search('今天TurboDiffusion发布', 'nw') > 0]]),
  lua('return vim.api.nvim_get_current_line()'))
type_keys('dd')

-- Typing: Chinese, an emoji, lines that go.
type_keys('gg/^## <CR>o智谱发布 GLM-5，😀 表情<Esc>')
expect_same_text('the texts agree after Chinese and an emoji', '😀')
type_keys('Go甲<CR>乙丙<CR>结束标记一<Esc>')
expect_same_text('the texts agree after lines at the end', '结束标记一')
type_keys('kddyyp:s/^/结束标记二/<CR>')
expect_same_text('the texts agree after a deleted and a doubled line', '结束标记二')
type_keys('ggdG')
lua([[vim.wait(2000, function() return vim.api.nvim_buf_line_count(0) == 1 end)]])
type_keys('uGo结束标记三<Esc>')
expect_same_text('the texts agree after all was deleted and brought back', '结束标记三')
type_keys(':%s/的/之/g<CR>Go结束标记四<Esc>')
expect_same_text('the texts agree after a change in many lines', '结束标记四')
type_keys('u<C-r>u<C-r>Go结束标记五<Esc>')
expect_same_text('the texts agree after undo and redo', '结束标记五')

lua('vim.cmd("write")')
expect_same_text('the texts agree to the last byte after saving', nil, true)

-- The end.
lua([[
  for _, client in pairs(vim.lsp.buf_get_clients(0)) do client.stop() end
]])
check('the server ends', await('return next(vim.lsp.buf_get_clients(0)) == nil'))
vim.fn.jobstop(editor)
check('done', true)
vim.cmd(failures == 0 and 'qall!' or 'cquit 1')
