;;; eglot.el --- eglot against the real server  -*- lexical-binding: t -*-

;; Run in batch by Tests/EditorTests/Scenarios/run: RECIPE names a file with the recipe of editors/README.md, and the
;; current folder is a copy of the seeds.  The recipe finds `issue-lsp' on PATH.

(require 'package)
(package-initialize)
(require 'cl-lib)
(require 'ert)
(require 'eglot)
(require 'flymake)
(require 'imenu)

(unless (require 'markdown-mode nil t)
  ;; What a client needs of it is its name.
  (define-derived-mode markdown-mode text-mode "Markdown")
  (add-to-list 'auto-mode-alist '("\\.md\\'" . markdown-mode)))

(load (getenv "RECIPE") nil t)

;; Where a request brings no answer eglot asks the writer; in batch nobody answers.
(setq eglot-sync-connect 20
      eglot-autoshutdown t
      eglot-confirm-server-initiated-edits nil)

(defun issue-wait (what condition)
  "Wait until CONDITION gives a value, and return it; fail with WHAT after 20 seconds."
  (let ((end (+ (float-time) 20)) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.01))
    (or value (ert-fail (format "waited in vain for %s" what)))))

(defmacro issue-with-seed (name &rest body)
  "Visit the seed NAME, wait for the server, and do BODY there."
  (declare (indent 1))
  `(let ((buffer (find-file-noselect (expand-file-name ,name))))
     (with-current-buffer buffer
       (unwind-protect
           (progn
             ;; `eglot-ensure' starts after the command that visited the file, and batch has none.
             (unless (eglot-current-server)
               (apply #'eglot (eglot--guess-contact)))
             (issue-wait "the server" #'eglot-current-server)
             ,@body)
         (set-buffer-modified-p nil)
         (kill-buffer buffer)))))

(defun issue-go (text)
  "Move point behind the first TEXT."
  (goto-char (point-min))
  (search-forward text))

(ert-deftest issue-diagnostics ()
  (issue-with-seed "2025-12-27.md"
    (flymake-start)
    (let ((typo (issue-wait
                 "the diagnostic"
                 (lambda ()
                   (cl-find-if (lambda (diagnostic)
                                 (string-match-p "洞潜" (flymake-diagnostic-text diagnostic)))
                               (flymake-diagnostics))))))
      (should (= 97 (line-number-at-pos (flymake-diagnostic-beg typo))))
      (should (string-match-p
               "洞潜"
               (buffer-substring (flymake-diagnostic-beg typo) (flymake-diagnostic-end typo)))))))

(ert-deftest issue-completion ()
  (issue-with-seed "2026-02-01.md"
    (issue-go "支持动态视觉推理。")
    (insert "\n智")
    (issue-wait "the name among the completions"
                (lambda ()
                  (cl-some (lambda (name) (string-prefix-p "智谱" name))
                           (all-completions "智" (nth 2 (eglot-completion-at-point))))))))

(ert-deftest issue-hover ()
  (issue-with-seed "2026-02-01.md"
    (issue-go "商汤开源 MARS 多模态模型，性能")
    (goto-char (1+ (match-beginning 0)))
    (let ((text ""))
      ;; Until the archive is read, a name has only the past of this issue.
      (issue-wait "the past in the hover text"
                  (lambda ()
                    (eglot-hover-eldoc-function (lambda (documentation &rest _) (setq text documentation)))
                    (accept-process-output nil 0.02)
                    (string-match-p "2026-01-31" text)))
      (should (string-match-p "商汤" text)))))

(ert-deftest issue-imenu ()
  (issue-with-seed "2026-02-01.md"
    (let* ((index (funcall imenu-create-index-function))
           (names (flatten-tree index)))
      (should (cl-some (lambda (name)
                         (and (stringp name) (string= name "商汤开源 MARS 多模态模型，超越 Gemini-3-Pro")))
                       names))
      (should-not (cl-some (lambda (name) (and (stringp name) (string-match-p "](" name))) names)))))

(ert-deftest issue-text-stays-the-same ()
  (issue-with-seed "2025-12-24.md"
    (goto-char (point-min))
    (insert "中文和 emoji 😀\n再来一行\n")
    (issue-go "智谱AI发布")
    (delete-region (line-beginning-position) (line-beginning-position 3))
    (issue-go "智谱")
    (replace-match "智谱华章")
    (eglot--signal-textDocument/didChange)
    (let ((answer (jsonrpc-request (eglot--current-server-or-lose) :issue/documentText
                                   (list :uri (eglot--path-to-uri buffer-file-name)))))
      (should (string= (plist-get answer :text)
                       (buffer-substring-no-properties (point-min) (point-max)))))))

(ert-run-tests-batch-and-exit)

;;; eglot.el ends here
