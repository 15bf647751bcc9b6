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
