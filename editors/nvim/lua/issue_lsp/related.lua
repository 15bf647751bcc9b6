--- Past stories related to the story under the cursor.
local Panel = require('issue_lsp.panel')
local compat = require('issue_lsp.compat')
local messages = require('issue_lsp.messages')
local options = require('issue_lsp.options')

local M = {}

local method = 'issue/relatedStories'
local most_preview_lines = 20

---@return string the reasons in the writer's language: the source, then names, else wording
local function reasons_text(reasons)
  local parts, wording = {}, {}
  for _, reason in ipairs(reasons) do
    if reason.kind == 'source' then
      table.insert(parts, 1, messages.text('same_source'))
    elseif reason.kind == 'name' then
      table.insert(parts, reason.value)
    else
      table.insert(wording, reason.value)
    end
  end
  return table.concat(#parts > 0 and parts or wording, messages.text('separator'))
end

local function present(value)
  return value ~= nil and value ~= vim.NIL and value ~= '' and value or nil
end

--- One row for each past story, the reasons in a column of their own where the titles leave room for it.
local function rows_of(stories)
  local width = 0
  for _, story in ipairs(stories) do
    width = math.max(width, vim.fn.strdisplaywidth(story.title))
  end
  width = math.min(width, math.floor(vim.o.columns * 0.6))
  return vim.tbl_map(function(story)
    local date = present(story.date) or (' '):rep(#'2026-01-31')
    local row = { { date, 'IssueLspDate' }, { '  ' .. story.title } }
    local reasons = reasons_text(story.reasons)
    if reasons ~= '' then
      local gap = math.max(0, width - vim.fn.strdisplaywidth(story.title)) + 2
      table.insert(row, { (' '):rep(gap) .. reasons, 'IssueLspReason' })
    end
    return row
  end, stories)
end

--- The lines of a past story, without the blank ones at its end.
local function story_lines(story)
  local lines = compat.lines(story.uri)
  if not lines then
    return { present(story.excerpt) or messages.text('gone', vim.uri_to_fname(story.uri)) }
  end
  local first, last = story.range.start.line + 1, story.range['end'].line
  if story.range['end'].character > 0 then
    last = last + 1
  end
  local result = vim.list_slice(lines, first, math.min(last, first + most_preview_lines - 1, #lines))
  while #result > 1 and vim.trim(result[#result]) == '' do
    table.remove(result)
  end
  return result
end

local function close_preview(panel)
  if panel.preview and vim.api.nvim_win_is_valid(panel.preview) then
    vim.api.nvim_win_close(panel.preview, true)
  end
  panel.preview, panel.previewed = nil, nil
end

--- Shows a past story above the panel, in the place the issue takes.
local function open_preview(panel, story)
  if not story then
    close_preview(panel)
    return
  end
  if panel.previewed == story then
    return
  end
  close_preview(panel)
  local lines = story_lines(story)
  local room = vim.api.nvim_win_get_position(panel.window)[1] - 1
  local width = math.min(vim.o.columns - 2, 100)
  local height = 0
  for _, line in ipairs(lines) do
    height = height + math.max(1, math.ceil(vim.fn.strdisplaywidth(line) / width))
  end
  height = math.min(height, room - 2)
  if height < 1 then
    return
  end
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.bo[buffer].bufhidden = 'wipe'
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].syntax = 'markdown' -- not the file type, which would start the server for it
  panel.preview = vim.api.nvim_open_win(buffer, false, {
    relative = 'editor',
    anchor = 'SW',
    row = room,
    col = 0,
    width = width,
    height = height,
    style = 'minimal',
    border = 'single',
    focusable = false,
    noautocmd = true,
  })
  vim.api.nvim_win_set_option(panel.preview, 'wrap', true)
  panel.previewed = story
end

local function jump(how)
  return function(panel, story)
    close_preview(panel)
    panel:enter_source()
    compat.jump(story.uri, story.range, panel.encoding, how)
  end
end

local function contains(range, row)
  local last = range['end']
  return row >= range.start.line and (row < last.line or (row == last.line and last.character > 0))
end

local function show_message(panel, text)
  panel.key = nil
  panel:show({ { { text, 'IssueLspReason' } } }, {})
end

local function show_result(panel, result)
  local rows, items = { { { result.story.title, 'IssueLspTitle' } } }, {}
  vim.list_extend(rows, rows_of(result.related))
  for index, story in ipairs(result.related) do
    items[index + 1] = story
  end
  if #result.related == 0 then
    table.insert(rows, { { messages.text('none_related'), 'IssueLspReason' } })
  end
  panel:show(rows, items)
  panel:select(math.min(2, #rows))
end

local function ask(panel, client, bufnr, params)
  params.limit = options.current.related.limit
  local key = { bufnr = bufnr, tick = vim.api.nvim_buf_get_changedtick(bufnr) }
  panel.encoding = client.offset_encoding
  panel:request(client, method, params, bufnr, function(error, result)
    if error then
      show_message(panel, messages.text('failed', error.message or ''))
    elseif not present(result) then
      local activity = require('issue_lsp.client').activity(bufnr)
      show_message(panel, present(activity) or messages.text('no_story'))
    else
      key.range = result.story.range
      panel.key = key
      show_result(panel, result)
    end
  end)
end

local function update(panel, bufnr, window)
  local client = compat.client(bufnr)
  if not client then
    show_message(panel, messages.text('not_attached'))
    return
  end
  local row = vim.api.nvim_win_get_cursor(window)[1] - 1
  local key = panel.key
  local unchanged = key
    and key.bufnr == bufnr
    and key.tick == vim.api.nvim_buf_get_changedtick(bufnr)
    and contains(key.range, row)
  if not unchanged then
    ask(panel, client, bufnr, vim.lsp.util.make_position_params(window, client.offset_encoding))
  end
end

local panel = Panel.new({
  name = 'related',
  title = function()
    return messages.text('related')
  end,
  open = function()
    return 'botright ' .. options.current.related.height .. 'split'
  end,
  update = update,
  moved = function(panel, story)
    if options.current.related.preview then
      open_preview(panel, story)
    end
  end,
  left = close_preview,
  keys = {
    ['<CR>'] = jump(),
    s = jump('split'),
    v = jump('vsplit'),
    t = jump('tab split'),
    p = function(panel, story)
      if panel.preview then
        close_preview(panel)
      else
        open_preview(panel, story)
      end
    end,
  },
})

function M.toggle()
  panel:toggle()
end

--- Asks again: the archive has changed.
function M.refresh()
  if panel:is_open() then
    panel.key = nil
    panel:update_soon(0)
  end
end

--- Opens the window with the answer to `params`, as a code lens asks for it.
function M.open_at(params, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  if not client or not params then
    return
  end
  local row = params.position.line + 1
  if row <= vim.api.nvim_buf_line_count(0) then
    vim.api.nvim_win_set_cursor(0, { row, 0 })
  end
  panel:open()
  M.refresh()
end

--- Fills the quickfix list with the related past stories.
function M.quickfix()
  local bufnr = vim.api.nvim_get_current_buf()
  local client = compat.client(bufnr)
  if not client then
    messages.notify(messages.text('not_attached'), vim.log.levels.WARN)
    return
  end
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.limit = options.current.related.limit
  compat.request(client, method, params, function(error, result)
    if error then
      messages.notify(messages.text('failed', error.message or ''), vim.log.levels.ERROR)
    elseif not present(result) then
      messages.notify(messages.text('no_story'))
    elseif #result.related == 0 then
      messages.notify(messages.text('none_related'))
    else
      local places = vim.tbl_map(function(story)
        return {
          uri = story.uri,
          range = story.range,
          module = present(story.date),
          text = story.title .. '  ' .. reasons_text(story.reasons),
        }
      end, result.related)
      local items = compat.quickfix_items(places, client.offset_encoding)
      compat.show_quickfix(messages.text('related') .. ': ' .. result.story.title, items)
    end
  end, bufnr)
end

return M
