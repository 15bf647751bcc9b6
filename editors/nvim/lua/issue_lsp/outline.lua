--- Sections and stories of the issue, beside it.
local Panel = require('issue_lsp.panel')
local compat = require('issue_lsp.compat')
local messages = require('issue_lsp.messages')
local options = require('issue_lsp.options')

local M = {}

-- issue, section, story, label
local groups = { 'IssueLspTitle', 'IssueLspSection', nil, 'IssueLspReason' }

local function flatten(symbols, depth, rows, items)
  for _, symbol in ipairs(symbols) do
    local row = { { ('  '):rep(depth) .. symbol.name, groups[depth + 1] } }
    table.insert(rows, row)
    items[#rows] = symbol
    flatten(symbol.children or {}, depth + 1, rows, items)
  end
end

--- Puts the panel on what the cursor of the issue stands in.
local function select(panel, window)
  local line = vim.api.nvim_win_get_cursor(window)[1] - 1
  local row
  for index, symbol in pairs(panel.items) do
    if symbol.selectionRange.start.line <= line and index > (row or 0) then
      row = index
    end
  end
  panel:select(row or 1)
end

local function update(panel, bufnr, window)
  local client = compat.client(bufnr)
  if not client then
    panel.key = nil
    panel:show({ { { messages.text('not_attached'), 'IssueLspReason' } } }, {})
    return
  end
  local key = bufnr .. ':' .. vim.api.nvim_buf_get_changedtick(bufnr)
  if panel.key == key then
    select(panel, window)
    return
  end
  panel.encoding = client.offset_encoding
  local params = { textDocument = { uri = vim.uri_from_bufnr(bufnr) } }
  panel:request(client, 'textDocument/documentSymbol', params, bufnr, function(error, result)
    local rows, items = {}, {}
    if error then
      rows = { { { messages.text('failed', error.message or ''), 'IssueLspReason' } } }
    elseif result == nil or result == vim.NIL or #result == 0 then
      rows = { { { messages.text('no_symbols'), 'IssueLspReason' } } }
    else
      flatten(result, 0, rows, items)
    end
    panel.key = not error and key or nil
    panel:show(rows, items)
    if vim.api.nvim_win_is_valid(window) then
      select(panel, window)
    end
  end)
end

local panel = Panel.new({
  name = 'outline',
  title = function()
    return messages.text('outline')
  end,
  open = function()
    return 'botright ' .. options.current.outline.width .. 'vsplit'
  end,
  update = update,
  keys = {
    ['<CR>'] = function(panel, symbol)
      local source = panel:source()
      panel:enter_source()
      local bufnr = vim.api.nvim_win_get_buf(source or 0)
      compat.jump(vim.uri_from_bufnr(bufnr), symbol.selectionRange, panel.encoding)
    end,
  },
})

function M.toggle()
  panel:toggle()
end

return M
