" ALE against the real server, in batch: the recipe of editors/README.md is the configuration that this Vim was
" started with, and the current folder is a copy of the seeds. Ends with status 0, or 1 with the reason on
" standard error.

function! s:Fail(reason) abort
  call writefile([a:reason], '/dev/stderr')
  cquit
endfunction

" What Condition gives, once it gives something; fails after 20 seconds.
function! s:WaitFor(what, Condition) abort
  let l:start = reltime()
  while reltimefloat(reltime(l:start)) < 20
    let l:value = a:Condition()
    if !empty(l:value)
      return l:value
    endif
    sleep 10m
  endwhile
  throw 'waited in vain for ' . a:what
endfunction

function! s:LabelTypos() abort
  let l:info = get(g:ale_buffer_info, bufnr(''), {})
  return filter(copy(get(l:info, 'loclist', [])), {_, item -> get(item, 'code', '') ==# 'body/label-typo'})
endfunction

" Texts of windows that tell the past of the name; the issue itself is none.
function! s:HoverTexts() abort
  call ale#hover#ShowAtCursor()
  sleep 20m
  let l:texts = map(range(1, winnr('$')), {_, window -> join(getbufline(winbufnr(window), 1, '$'), ' ')})
  return filter(l:texts, {_, text -> text =~# '商汤' && text =~# '2026-01-31' && text !~# '^---'})
endfunction

filetype plugin on
try
  let g:ale_hover_to_preview = 1
  edit 2025-12-27.md
  call ale#Queue(0, 'lint_file')
  let s:typo = s:WaitFor('the diagnostic', function('s:LabelTypos'))[0]
  if s:typo.lnum != 97
    throw 'the diagnostic stands in line ' . s:typo.lnum
  endif

  edit 2026-02-01.md
  call ale#Queue(0, 'lint_file')
  call search('商汤开源 MARS 多模态模型，性能')
  " Until the archive is read, a name has only the past of this issue.
  call s:WaitFor('the past in the hover text', function('s:HoverTexts'))
catch
  call s:Fail(v:exception . ' at ' . v:throwpoint)
endtry
qall!
