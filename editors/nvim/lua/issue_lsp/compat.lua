--- What differs between Neovim 0.7 and 0.11, in one place.
local M = {}

local nvim_0_11 = vim.fn.has('nvim-0.11') == 1

---@return table[] every running client of ours
function M.clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client)
    return client.name == 'issue_lsp'
  end, all)
end

---@return table? the client of a buffer
function M.client(bufnr)
  for _, client in ipairs(M.clients()) do
    if client.attached_buffers[bufnr] then
      return client
    end
  end
end

---@return integer? id for `M.cancel`
function M.request(client, method, params, handler, bufnr)
  local sent, id
  if nvim_0_11 then
    sent, id = client:request(method, params, handler, bufnr)
  else
    sent, id = client.request(method, params, handler, bufnr)
  end
  return sent and id or nil
end

function M.cancel(client, id)
  if nvim_0_11 then
    client:cancel_request(id)
  else
    client.cancel_request(id)
  end
end

function M.stop(client)
  if nvim_0_11 then
    client:stop()
  else
    client.stop()
  end
end

--- The byte of `line` at an LSP character of `encoding`; the end where the line is shorter.
function M.byte_column(line, character, encoding)
  if encoding == 'utf-8' then
    return math.min(character, #line)
  elseif nvim_0_11 then
    return vim.str_byteindex(line, encoding, character, false)
  end
  local inside, column = pcall(vim.str_byteindex, line, character, encoding == 'utf-16')
  return inside and column or #line
end

--- The lines of a file as the editor has them, else as they are on disk.
---@return string[]? lines
function M.lines(uri)
  local path = vim.uri_to_fname(uri)
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) and vim.api.nvim_buf_get_name(bufnr) == path then
      return vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
    end
  end
  local read, lines = pcall(vim.fn.readfile, path)
  return read and lines or nil
end

--- Shows a place in the current window and leaves a mark in the jump list.
---@param how? string a command that makes the window first, such as 'split'
function M.jump(uri, range, encoding, how)
  local messages = require('issue_lsp.messages')
  local path = vim.uri_to_fname(uri)
  -- A name relative to the current folder is what the writer sees in the statusline.
  local bufnr = vim.fn.bufadd(vim.fn.fnamemodify(path, ':.'))
  if not vim.api.nvim_buf_is_loaded(bufnr) and vim.fn.filereadable(path) == 0 then
    messages.notify(messages.text('gone', path), vim.log.levels.WARN)
    return
  end
  if how then
    vim.cmd(how)
  end
  vim.cmd("normal! m'")
  vim.bo[bufnr].buflisted = true
  vim.api.nvim_win_set_buf(0, bufnr)
  local last = vim.api.nvim_buf_line_count(bufnr)
  local row = math.min(range.start.line + 1, last)
  local line = vim.api.nvim_buf_get_lines(bufnr, row - 1, row, false)[1] or ''
  vim.api.nvim_win_set_cursor(0, { row, M.byte_column(line, range.start.character, encoding) })
  vim.cmd('normal! zvzz')
end

--- Quickfix entries for places given in order; each file is read once.
---@param places { uri: string, range: table, text: string, module: string }[]
function M.quickfix_items(places, encoding)
  local lines_of = {}
  return vim.tbl_map(function(place)
    lines_of[place.uri] = lines_of[place.uri] or M.lines(place.uri) or {}
    local start = place.range.start
    local line = lines_of[place.uri][start.line + 1] or ''
    return {
      filename = vim.uri_to_fname(place.uri),
      lnum = start.line + 1,
      col = M.byte_column(line, start.character, encoding) + 1,
      text = place.text,
      module = place.module,
    }
  end, places)
end

---@param title string
function M.show_quickfix(title, items)
  vim.fn.setqflist({}, ' ', { title = title, items = items })
  vim.cmd('botright copen')
end

return M
