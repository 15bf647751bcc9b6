--- Starts the server, keeps it running, and knows what it is doing.
local binary = require('issue_lsp.binary')
local compat = require('issue_lsp.compat')
local messages = require('issue_lsp.messages')
local options = require('issue_lsp.options')

local M = {}

local filetypes = { 'markdown' }

--- client id → work the server has said it is doing, by progress token
local working = {}
--- client id → what it said when it had read the archive, its first work
local outcome = {}
--- client id → the buffers it had, so that they come back after a crash
local buffers_of = {}
--- client id → true where the writer asked for a restart
local restarting = {}
--- when the server ended unexpectedly, in seconds
local crashes = {}
local complained = false

local function complain_about_missing(origin)
  if complained then
    return
  end
  complained = true
  vim.schedule(function()
    local message = origin == 'setting' and messages.text('not_executable', options.current.server.path)
      or messages.text('missing')
    messages.notify(message, vim.log.levels.WARN)
  end)
end

local function on_progress(error, params, context, ...)
  local client_id = context.client_id
  local tasks = working[client_id] or {}
  working[client_id] = tasks
  local value = params.value or {}
  if value.kind == 'end' then
    tasks[params.token] = nil
    outcome[client_id] = value.message or ''
    vim.schedule(function()
      require('issue_lsp.related').refresh()
      M.refresh_codelens()
    end)
  else
    tasks[params.token] = vim.tbl_extend('force', tasks[params.token] or {}, value)
  end
  vim.cmd('redrawstatus')
  local default = vim.lsp.handlers['$/progress']
  if default then
    return default(error, params, context, ...)
  end
end

local function on_exit(code, signal, client_id)
  vim.schedule(function()
    local wanted = restarting[client_id]
    local buffers = buffers_of[client_id] or {}
    restarting[client_id], buffers_of[client_id] = nil, nil
    working[client_id], outcome[client_id] = nil, nil
    if vim.v.exiting ~= vim.NIL then
      return
    end
    if not wanted then
      if (code == 0 and signal == 0) or signal == 15 then
        return
      end
      local now = os.time()
      crashes = vim.tbl_filter(function(time)
        return now - time < 180
      end, crashes)
      table.insert(crashes, now)
      if #crashes > 3 then
        messages.notify(messages.text('crashed'), vim.log.levels.ERROR)
        return
      end
    end
    for bufnr in pairs(buffers) do
      if vim.api.nvim_buf_is_loaded(bufnr) then
        M.start(bufnr)
      end
    end
  end)
end

--- The client configuration, the same for every version of Neovim.
function M.config()
  local path, origin = binary.find()
  if not path then
    complain_about_missing(origin)
  end
  local command = { path or 'issue-lsp' }
  vim.list_extend(command, options.current.server.arguments)
  local settings = { issueLsp = options.current.settings }
  if vim.tbl_isempty(options.current.settings) then
    settings.issueLsp = vim.empty_dict()
  end
  return {
    name = 'issue_lsp',
    cmd = command,
    filetypes = filetypes,
    root_markers = options.current.root_markers,
    settings = settings,
    init_options = settings,
    before_init = function(params)
      params.locale = options.language()
    end,
    handlers = { ['$/progress'] = on_progress },
    on_exit = on_exit,
  }
end

--- The nearest folder above a file that holds a marker; the first marker found anywhere wins.
local function root(bufnr, markers)
  if vim.fs and vim.fs.root then
    return vim.fs.root(bufnr, markers)
  end
  local file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(bufnr), ':p')
  for _, marker in ipairs(markers) do
    local folder = vim.fn.fnamemodify(file, ':h')
    while not vim.loop.fs_stat(folder .. '/' .. marker) do
      local parent = vim.fn.fnamemodify(folder, ':h')
      folder = parent ~= folder and parent or nil
      if not folder then
        break
      end
    end
    if folder then
      return folder
    end
  end
end

--- Starts the server for a buffer, or lets one that serves the same root take it.
function M.start(bufnr)
  if vim.lsp.config then
    local config = vim.deepcopy(vim.lsp.config.issue_lsp)
    if type(config.root_dir) ~= 'string' then
      config.root_dir = root(bufnr, config.root_markers)
    end
    vim.lsp.start(config, { bufnr = bufnr })
    return
  end
  local config = M.config()
  if vim.fn.executable(config.cmd[1]) == 0 then
    return
  end
  config.root_dir = root(bufnr, config.root_markers)
  config.on_attach = vim.fn.exists('##LspAttach') == 0 and M.attached or nil
  for _, client in ipairs(compat.clients()) do
    if client.config.root_dir == config.root_dir then
      vim.lsp.buf_attach_client(bufnr, client.id)
      return
    end
  end
  local client_id = vim.lsp.start_client(config)
  if client_id then
    vim.lsp.buf_attach_client(bufnr, client_id)
  end
end

--- Lets the server serve every Markdown buffer, open or to come.
function M.enable()
  complained = false
  if vim.lsp.config and vim.lsp.enable then
    vim.lsp.config('issue_lsp', M.config())
    if not binary.find() then
      return
    end
    vim.lsp.enable('issue_lsp')
    return
  end
  local function serve(bufnr)
    if vim.bo[bufnr].buftype == '' and vim.tbl_contains(filetypes, vim.bo[bufnr].filetype) then
      M.start(bufnr)
    end
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('issue_lsp_start', {}),
    pattern = filetypes,
    callback = function(event)
      serve(event.buf)
    end,
  })
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) then
      serve(bufnr)
    end
  end
end

--- Stops the server where it runs, and starts it again for the same buffers.
function M.restart()
  crashes, complained = {}, false
  if vim.lsp.config then
    vim.lsp.config('issue_lsp', { cmd = M.config().cmd })
  end
  local clients = compat.clients()
  for _, client in ipairs(clients) do
    restarting[client.id] = true
    compat.stop(client)
  end
  if #clients == 0 then
    for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
      if
        vim.api.nvim_buf_is_loaded(bufnr)
        and vim.bo[bufnr].buftype == ''
        and vim.tbl_contains(filetypes, vim.bo[bufnr].filetype)
      then
        M.start(bufnr)
      end
    end
  end
end

function M.refresh_codelens()
  if not options.current.codelens then
    return
  end
  local bufnr = vim.api.nvim_get_current_buf()
  local client = compat.client(bufnr)
  if client and client.server_capabilities.codeLensProvider then
    -- Older versions ask for the current buffer and take no argument.
    vim.lsp.codelens.refresh(vim.fn.has('nvim-0.10') == 1 and { bufnr = bufnr } or nil)
  end
end

--- Readies a buffer that the server now serves.
function M.attached(client, bufnr)
  buffers_of[client.id] = buffers_of[client.id] or {}
  buffers_of[client.id][bufnr] = true
  -- Before 0.8 nobody sets it but the file type, which for Markdown completes HTML tags.
  if vim.bo[bufnr].omnifunc == '' or vim.bo[bufnr].omnifunc == 'htmlcomplete#CompleteTags' then
    vim.bo[bufnr].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end
  vim.lsp.commands['issue-lsp.relatedStories'] = function(command, context)
    require('issue_lsp.related').open_at((command.arguments or {})[1], context)
    vim.schedule(M.refresh_codelens)
  end
  vim.lsp.commands['issue-lsp.mentions'] = function(command, context)
    require('issue_lsp.mentions').show((command.arguments or {})[1], context.bufnr)
  end
  local group = vim.api.nvim_create_augroup('issue_lsp_buffer_' .. bufnr, {})
  vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'TextChanged', 'BufWritePost' }, {
    group = group,
    buffer = bufnr,
    callback = M.refresh_codelens,
  })
  if options.current.autocomplete and vim.lsp.completion and vim.lsp.completion.get then
    vim.lsp.completion.enable(true, client.id, bufnr, { autotrigger = true })
    vim.api.nvim_create_autocmd('InsertCharPre', {
      group = group,
      buffer = bufnr,
      callback = function()
        if vim.fn.pumvisible() == 0 and not vim.v.char:find('^%s$') then
          vim.schedule(vim.lsp.completion.get)
        end
      end,
    })
  end
  M.refresh_codelens()
end

--- What the server of a buffer is doing: `nil` where none runs, '' where it waits for work.
---@return string? activity, string? outcome of reading the archive
function M.activity(bufnr)
  local client = compat.client(bufnr)
  if not client then
    return nil
  end
  for _, task in pairs(working[client.id] or {}) do
    local progress = task.message or task.percentage and task.percentage .. '/100'
    return (task.title or messages.text('reading')) .. (progress and ' ' .. progress or '')
  end
  if not outcome[client.id] then
    return messages.text('reading')
  end
  return '', outcome[client.id]
end

function M.statusline(bufnr)
  local activity = M.activity(bufnr)
  if not activity then
    return ''
  end
  -- A statusline reads % as a code.
  local text = activity:gsub('%%', '')
  return text == '' and 'issue-lsp' or 'issue-lsp: ' .. text
end

return M
