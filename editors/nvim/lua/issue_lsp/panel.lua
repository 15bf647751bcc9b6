--- A window at the edge of the screen that follows the issue being written.
---
--- A panel owns its buffer, its window and the moment of its updates; what it shows is up to `spec`:
---   name       of the buffer, after issue-lsp://
---   title      function(): what the window is called
---   open       function(): the command that makes the window
---   update     function(panel, bufnr, window): called shortly after the cursor rests or the text changes
---   keys       key → function(panel, item, window)
---   moved      function(panel, item): the cursor moved within the panel; optional
---   left       function(panel): the panel lost the focus or closed; optional
local compat = require('issue_lsp.compat')

local namespace = vim.api.nvim_create_namespace('issue_lsp_panel')

local Panel = {}
Panel.__index = Panel

function Panel.new(spec)
  return setmetatable({ spec = spec, items = {}, generation = 0 }, Panel)
end

function Panel:is_open()
  return self.window ~= nil and vim.api.nvim_win_is_valid(self.window)
end

--- The window of the issue that the panel tells about, even where the cursor is in the panel.
function Panel:source()
  if self.source_window and vim.api.nvim_win_is_valid(self.source_window) then
    return self.source_window
  end
end

local function set_up_window(window)
  local set = {
    cursorline = true,
    fillchars = 'eob: ',
    foldenable = false,
    list = false,
    number = false,
    relativenumber = false,
    signcolumn = 'no',
    spell = false,
    winfixheight = true,
    winfixwidth = true,
    wrap = false,
  }
  for option, value in pairs(set) do
    vim.api.nvim_win_set_option(window, option, value)
  end
end

function Panel:open()
  if self:is_open() then
    return
  end
  local source = vim.api.nvim_get_current_win()
  self.source_window = source
  self.buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_name(self.buffer, 'issue-lsp://' .. self.spec.name)
  vim.bo[self.buffer].bufhidden = 'wipe'
  vim.bo[self.buffer].filetype = 'issue-lsp-' .. self.spec.name
  vim.cmd(self.spec.open())
  self.window = vim.api.nvim_get_current_win()
  vim.api.nvim_win_set_buf(self.window, self.buffer)
  set_up_window(self.window)
  vim.api.nvim_win_set_option(self.window, 'statusline', ' ' .. self.spec.title())
  self:map_keys()
  vim.api.nvim_set_current_win(source)
  self:follow()
  self:update_soon(0)
end

function Panel:close()
  if self:is_open() then
    vim.api.nvim_win_close(self.window, true)
  end
end

function Panel:toggle()
  if self:is_open() then
    self:close()
  else
    self:open()
  end
end

function Panel:map_keys()
  for key, action in pairs(self.spec.keys) do
    vim.keymap.set('n', key, function()
      local item = self.items[vim.api.nvim_win_get_cursor(self.window)[1]]
      if item then
        action(self, item, self:source())
      end
    end, { buffer = self.buffer, nowait = true, silent = true })
  end
  vim.keymap.set('n', 'q', function()
    self:close()
  end, { buffer = self.buffer, nowait = true, silent = true })
end

--- Makes the window that the issue stands in the current one, a new one where it is gone.
function Panel:enter_source()
  local source = self:source()
  if source then
    vim.api.nvim_set_current_win(source)
  else
    vim.cmd('aboveleft new')
    self.source_window = vim.api.nvim_get_current_win()
  end
end

function Panel:follow()
  self.group = vim.api.nvim_create_augroup('issue_lsp_panel_' .. self.spec.name, {})
  local function on(events, options, callback)
    options.group, options.callback = self.group, callback
    vim.api.nvim_create_autocmd(events, options)
  end
  on({ 'BufEnter', 'CursorMoved' }, {}, function()
    self:update_soon(60)
  end)
  on({ 'CursorMovedI', 'TextChanged', 'TextChangedI', 'BufWritePost' }, {}, function()
    self:update_soon(250)
  end)
  on('QuitPre', {}, function()
    self:leave_last_window_to_neovim()
  end)
  if self.spec.moved then
    on('CursorMoved', { buffer = self.buffer }, function()
      self.spec.moved(self, self.items[vim.api.nvim_win_get_cursor(self.window)[1]])
    end)
  end
  on('BufLeave', { buffer = self.buffer }, function()
    self:leave()
  end)
  on('BufWipeout', { buffer = self.buffer }, function()
    self:leave()
    self.window, self.buffer, self.key = nil, nil, nil
    self.items = {}
    vim.api.nvim_del_augroup_by_id(self.group)
  end)
end

--- Closes the panel when the window that the writer quits is the last one that is none.
function Panel:leave_last_window_to_neovim()
  local current = vim.api.nvim_get_current_win()
  if current == self.window or vim.bo.modified then
    return
  end
  for _, window in ipairs(vim.api.nvim_tabpage_list_wins(0)) do
    local filetype = vim.bo[vim.api.nvim_win_get_buf(window)].filetype
    local is_panel = filetype:find('^issue%-lsp%-') ~= nil
    if window ~= current and not is_panel and vim.api.nvim_win_get_config(window).relative == '' then
      return
    end
  end
  self:close()
end

function Panel:leave()
  if self.spec.left then
    self.spec.left(self)
  end
end

--- Updates after `delay` milliseconds in which nothing newer was asked for.
function Panel:update_soon(delay)
  self.generation = self.generation + 1
  local generation = self.generation
  vim.defer_fn(function()
    if generation == self.generation and self:is_open() then
      self:update()
    end
  end, delay)
end

function Panel:update()
  local window = vim.api.nvim_get_current_win()
  local bufnr = vim.api.nvim_win_get_buf(window)
  if vim.bo[bufnr].filetype ~= 'markdown' or vim.bo[bufnr].buftype ~= '' then
    window = self:source()
    bufnr = window and vim.api.nvim_win_get_buf(window)
    if not bufnr or vim.bo[bufnr].filetype ~= 'markdown' then
      return
    end
  end
  self.source_window = window
  self.spec.update(self, bufnr, window)
end

--- Sends a request whose answer counts only while no newer one was sent; the older one is cancelled.
function Panel:request(client, method, params, bufnr, handler)
  if self.pending then
    -- A server that was killed meanwhile cannot be told.
    pcall(compat.cancel, self.pending.client, self.pending.id)
  end
  local ticket = {}
  self.ticket = ticket
  local id = compat.request(client, method, params, function(error, result)
    if self.ticket ~= ticket then
      return
    end
    self.ticket, self.pending = nil, nil
    if self:is_open() then
      handler(error, result)
    end
  end, bufnr)
  self.pending = id and self.ticket == ticket and { client = client, id = id } or nil
end

--- Shows rows; what stands there already is left alone, so that nothing flickers.
---@param rows { [1]: string, [2]: string }[][] chunks of text and highlight group
---@param items table<integer, any> what a row stands for, by row from 1
function Panel:show(rows, items)
  local lines = vim.tbl_map(function(row)
    local text = ''
    for _, chunk in ipairs(row) do
      text = text .. chunk[1]
    end
    return (text:gsub('[\r\n]', ' '))
  end, rows)
  self.items = items
  local same = vim.deep_equal(lines, vim.api.nvim_buf_get_lines(self.buffer, 0, -1, false))
  if same then
    return
  end
  vim.bo[self.buffer].modifiable = true
  vim.api.nvim_buf_set_lines(self.buffer, 0, -1, false, lines)
  vim.bo[self.buffer].modifiable = false
  vim.api.nvim_buf_clear_namespace(self.buffer, namespace, 0, -1)
  for index, row in ipairs(rows) do
    local column = 0
    for _, chunk in ipairs(row) do
      if chunk[2] then
        vim.api.nvim_buf_add_highlight(self.buffer, namespace, chunk[2], index - 1, column, column + #chunk[1])
      end
      column = column + #chunk[1]
    end
  end
end

--- Puts the cursor of the panel on a row, unless the writer is in the panel.
function Panel:select(row)
  if vim.api.nvim_get_current_win() ~= self.window then
    local last = vim.api.nvim_buf_line_count(self.buffer)
    vim.api.nvim_win_set_cursor(self.window, { math.max(1, math.min(row, last)), 0 })
  end
end

return Panel
