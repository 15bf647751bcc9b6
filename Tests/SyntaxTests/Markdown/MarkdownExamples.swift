/// What the parser makes of every construct of CommonMark 0.31.2: prose, and examples of Markdown
/// with the XML below it, without the document element where no positions are asked for. A tab is
/// written `→`, a carriage return before a line feed `␍`, one alone `␍␤`.
let markdownExamples = ##"""
  # Headings

  One to six hashes and a blank make a heading; a closing sequence goes only where it stands apart.

  ```` example
  # 一 ##
  ###### 六
  ####### 七
  #五
  ## a\#
  ### b # ###b
  #
  .
  <heading level="1">
    <text xml:space="preserve">一</text>
  </heading>
  <heading level="6">
    <text xml:space="preserve">六</text>
  </heading>
  <paragraph>
    <text xml:space="preserve">####### 七</text>
    <softbreak />
    <text xml:space="preserve">#五</text>
  </paragraph>
  <heading level="2">
    <text xml:space="preserve">a#</text>
  </heading>
  <heading level="3">
    <text xml:space="preserve">b # ###b</text>
  </heading>
  <heading level="1" />
  ````

  An underline makes a heading of the whole paragraph above it, and of nothing else.

  ```` example
  第一行
  第二行
  ===
  > 引
  ---

  ---
  .
  <heading level="1">
    <text xml:space="preserve">第一行</text>
    <softbreak />
    <text xml:space="preserve">第二行</text>
  </heading>
  <block_quote>
    <paragraph>
      <text xml:space="preserve">引</text>
    </paragraph>
  </block_quote>
  <thematic_break />
  <thematic_break />
  ````

  # Thematic breaks

  Three of a kind, blanks between them or not; a list item wins over none of them.

  ```` example
  ***
   - - -
  _ _ _ _
  --
  +++
  * * *
  - 甲
  * * *
  - 乙
  .
  <thematic_break />
  <thematic_break />
  <thematic_break />
  <paragraph>
    <text xml:space="preserve">--</text>
    <softbreak />
    <text xml:space="preserve">+++</text>
  </paragraph>
  <thematic_break />
  <list type="bullet" tight="true">
    <item>
      <paragraph>
        <text xml:space="preserve">甲</text>
      </paragraph>
    </item>
  </list>
  <thematic_break />
  <list type="bullet" tight="true">
    <item>
      <paragraph>
        <text xml:space="preserve">乙</text>
      </paragraph>
    </item>
  </list>
  ````

  # Code

  Four columns make code, but never within a paragraph; blank lines at either end are dropped.

  ```` example
      甲

        乙


  段
      落
  .
  <code_block xml:space="preserve">甲

  乙
  </code_block>
  <paragraph>
    <text xml:space="preserve">段</text>
    <softbreak />
    <text xml:space="preserve">落</text>
  </paragraph>
  ````

  A fence ends at one as long as itself, or with its container; its indentation is taken off.

  ```` example
    ~~~~ swift 例 `x`
    let a
     ~~~
   ~~~~~
  > ```
  > 开

  ``` a`b
  .
  <code_block info="swift 例 `x`" xml:space="preserve">let a
   ~~~
  </code_block>
  <block_quote>
    <code_block xml:space="preserve">开
  </code_block>
  </block_quote>
  <paragraph>
    <text xml:space="preserve">``` a`b</text>
  </paragraph>
  ````

  # HTML

  Seven ways to begin a block; the last may not break a paragraph.

  ```` example
  <!-- 注

  释 --> 后
  <div>
  *文*

  <x-y a="b">
  段

  段
  <x-y>
  <?php
  ?>
  .
  <html_block xml:space="preserve">&lt;!-- 注

  释 --&gt; 后
  </html_block>
  <html_block xml:space="preserve">&lt;div&gt;
  *文*
  </html_block>
  <html_block xml:space="preserve">&lt;x-y a=&quot;b&quot;&gt;
  段
  </html_block>
  <paragraph>
    <text xml:space="preserve">段</text>
    <softbreak />
    <html_inline xml:space="preserve">&lt;x-y&gt;</html_inline>
  </paragraph>
  <html_block xml:space="preserve">&lt;?php
  ?&gt;
  </html_block>
  ````

  Tags, comments and the like stand within a paragraph as they are.

  ```` example
  甲 <b c="*d*">乙</b> <!-- *e* --> <?f?> <!G h> <![CDATA[<i>]]> < j>
  .
  <paragraph>
    <text xml:space="preserve">甲 </text>
    <html_inline xml:space="preserve">&lt;b c=&quot;*d*&quot;&gt;</html_inline>
    <text xml:space="preserve">乙</text>
    <html_inline xml:space="preserve">&lt;/b&gt;</html_inline>
    <text xml:space="preserve"> </text>
    <html_inline xml:space="preserve">&lt;!-- *e* --&gt;</html_inline>
    <text xml:space="preserve"> </text>
    <html_inline xml:space="preserve">&lt;?f?&gt;</html_inline>
    <text xml:space="preserve"> </text>
    <html_inline xml:space="preserve">&lt;!G h&gt;</html_inline>
    <text xml:space="preserve"> </text>
    <html_inline xml:space="preserve">&lt;![CDATA[&lt;i&gt;]]&gt;</html_inline>
    <text xml:space="preserve"> &lt; j&gt;</text>
  </paragraph>
  ````

  # Containers

  Quotes go on lazily for as long as a paragraph is open.

  ```` example
  > 甲
  乙
  >
  > > 丙
  丁

  > # 戊
  己
  .
  <block_quote>
    <paragraph>
      <text xml:space="preserve">甲</text>
      <softbreak />
      <text xml:space="preserve">乙</text>
    </paragraph>
    <block_quote>
      <paragraph>
        <text xml:space="preserve">丙</text>
        <softbreak />
        <text xml:space="preserve">丁</text>
      </paragraph>
    </block_quote>
  </block_quote>
  <block_quote>
    <heading level="1">
      <text xml:space="preserve">戊</text>
    </heading>
  </block_quote>
  <paragraph>
    <text xml:space="preserve">己</text>
  </paragraph>
  ````

  An item takes what is indented as far as its text; another marker begins another list.

  ```` example
  - 甲

    乙
  - 丙
  * 丁
  1) 戊
  2) 己
  3. 庚
  .
  <list type="bullet" tight="false">
    <item>
      <paragraph>
        <text xml:space="preserve">甲</text>
      </paragraph>
      <paragraph>
        <text xml:space="preserve">乙</text>
      </paragraph>
    </item>
    <item>
      <paragraph>
        <text xml:space="preserve">丙</text>
      </paragraph>
    </item>
  </list>
  <list type="bullet" tight="true">
    <item>
      <paragraph>
        <text xml:space="preserve">丁</text>
      </paragraph>
    </item>
  </list>
  <list type="ordered" start="1" delimiter="paren" tight="true">
    <item>
      <paragraph>
        <text xml:space="preserve">戊</text>
      </paragraph>
    </item>
    <item>
      <paragraph>
        <text xml:space="preserve">己</text>
      </paragraph>
    </item>
  </list>
  <list type="ordered" start="3" delimiter="period" tight="true">
    <item>
      <paragraph>
        <text xml:space="preserve">庚</text>
      </paragraph>
    </item>
  </list>
  ````

  A list is loose where a blank line stands between its items or within one.

  ```` example
  - 甲
  - 乙
    - 丙

  - 丁

  1. 戊
     ```

     ```
  2. 己
  .
  <list type="bullet" tight="false">
    <item>
      <paragraph>
        <text xml:space="preserve">甲</text>
      </paragraph>
    </item>
    <item>
      <paragraph>
        <text xml:space="preserve">乙</text>
      </paragraph>
      <list type="bullet" tight="true">
        <item>
          <paragraph>
            <text xml:space="preserve">丙</text>
          </paragraph>
        </item>
      </list>
    </item>
    <item>
      <paragraph>
        <text xml:space="preserve">丁</text>
      </paragraph>
    </item>
  </list>
  <list type="ordered" start="1" delimiter="period" tight="true">
    <item>
      <paragraph>
        <text xml:space="preserve">戊</text>
      </paragraph>
      <code_block xml:space="preserve">
  </code_block>
    </item>
    <item>
      <paragraph>
        <text xml:space="preserve">己</text>
      </paragraph>
    </item>
  </list>
  ````

  An item may begin with a blank line, not with two; a number other than 1 breaks no paragraph.

  ```` example
  -
    甲

  -

    乙

  段
  2. 落
  1. 新
  .
  <list type="bullet" tight="false">
    <item>
      <paragraph>
        <text xml:space="preserve">甲</text>
      </paragraph>
    </item>
    <item />
  </list>
  <paragraph>
    <text xml:space="preserve">乙</text>
  </paragraph>
  <paragraph>
    <text xml:space="preserve">段</text>
    <softbreak />
    <text xml:space="preserve">2. 落</text>
  </paragraph>
  <list type="ordered" start="1" delimiter="period" tight="true">
    <item>
      <paragraph>
        <text xml:space="preserve">新</text>
      </paragraph>
    </item>
  </list>
  ````

  Tabs stop at every fourth column, and a marker may use one up in part.

  ```` example
  -→甲

  →→乙

  >→→丙
  .
  <list type="bullet" tight="false">
    <item>
      <paragraph>
        <text xml:space="preserve">甲</text>
      </paragraph>
      <code_block xml:space="preserve">乙
  </code_block>
    </item>
  </list>
  <block_quote>
    <code_block xml:space="preserve">  丙
  </code_block>
  </block_quote>
  ````

  # Link reference definitions

  They stand before the text of a paragraph, count wherever they are, and the first one wins.

  ```` example
  [甲]: /u "题"
  [乙]:
  <v w>
  文 [甲] [乙][] [丙][ẞ] [丁]

  > [SS]: x
  > [甲]: /late
  .
  <paragraph>
    <text xml:space="preserve">文 </text>
    <link destination="/u" title="题">
      <text xml:space="preserve">甲</text>
    </link>
    <text xml:space="preserve"> </text>
    <link destination="v w">
      <text xml:space="preserve">乙</text>
    </link>
    <text xml:space="preserve"> </text>
    <link destination="x">
      <text xml:space="preserve">丙</text>
    </link>
    <text xml:space="preserve"> [丁]</text>
  </paragraph>
  <block_quote />
  ````

  What follows one on its line makes it text.

  ```` example
  [甲]: /u 后

  [乙]: /v
  ===
  [乙]
  .
  <paragraph>
    <text xml:space="preserve">[甲]: /u 后</text>
  </paragraph>
  <paragraph>
    <text xml:space="preserve">===</text>
    <softbreak />
    <link destination="/v">
      <text xml:space="preserve">乙</text>
    </link>
  </paragraph>
  ````

  # Emphasis

  Runs pair from the inside, the shorter first; what is left over is text.

  ```` example
  *一* **二** ***三*** *四**五** **六* _七_八_ __九__
  .
  <paragraph>
    <emph>
      <text xml:space="preserve">一</text>
    </emph>
    <text xml:space="preserve"> </text>
    <strong>
      <text xml:space="preserve">二</text>
    </strong>
    <text xml:space="preserve"> </text>
    <emph>
      <strong>
        <text xml:space="preserve">三</text>
      </strong>
    </emph>
    <text xml:space="preserve"> *四</text>
    <strong>
      <text xml:space="preserve">五</text>
    </strong>
    <text xml:space="preserve"> *</text>
    <emph>
      <text xml:space="preserve">六</text>
    </emph>
    <text xml:space="preserve"> </text>
    <emph>
      <text xml:space="preserve">七_八</text>
    </emph>
    <text xml:space="preserve"> </text>
    <strong>
      <text xml:space="preserve">九</text>
    </strong>
  </paragraph>
  ````

  Beside Chinese punctuation a run opens or closes nothing: a mistake that is often published.

  ```` example
  **“引文”**后 **引文。**后 **引文**后
  .
  <paragraph>
    <text xml:space="preserve">**“引文”**后 **引文。**后 </text>
    <strong>
      <text xml:space="preserve">引文</text>
    </strong>
    <text xml:space="preserve">后</text>
  </paragraph>
  ````

  The rule of three: runs that open and close pair only when their sum is no multiple of three.

  ```` example
  *foo**bar**baz* *foo**bar* **foo*bar** a***b***c
  .
  <paragraph>
    <emph>
      <text xml:space="preserve">foo</text>
      <strong>
        <text xml:space="preserve">bar</text>
      </strong>
      <text xml:space="preserve">baz</text>
    </emph>
    <text xml:space="preserve"> </text>
    <emph>
      <text xml:space="preserve">foo**bar</text>
    </emph>
    <text xml:space="preserve"> </text>
    <strong>
      <text xml:space="preserve">foo*bar</text>
    </strong>
    <text xml:space="preserve"> a</text>
    <emph>
      <strong>
        <text xml:space="preserve">b</text>
      </strong>
    </emph>
    <text xml:space="preserve">c</text>
  </paragraph>
  ````

  # Links and images

  A destination in angle brackets may have blanks, a bare one balanced parentheses.

  ```` example
  [甲](/u "题") [乙](<a b>) [丙](a(b)c) [丁](a b) [戊]() [己](\)'t')
  .
  <paragraph>
    <link destination="/u" title="题">
      <text xml:space="preserve">甲</text>
    </link>
    <text xml:space="preserve"> </text>
    <link destination="a b">
      <text xml:space="preserve">乙</text>
    </link>
    <text xml:space="preserve"> </text>
    <link destination="a(b)c">
      <text xml:space="preserve">丙</text>
    </link>
    <text xml:space="preserve"> [丁](a b) </text>
    <link destination="">
      <text xml:space="preserve">戊</text>
    </link>
    <text xml:space="preserve"> </text>
    <link destination=")'t'">
      <text xml:space="preserve">己</text>
    </link>
  </paragraph>
  ````

  No link holds another; an image may hold a link, and its text is the alternative.

  ```` example
  [甲 [乙](/u) 丙](/v) ![丁 [戊](/w)](/x "y")
  .
  <paragraph>
    <text xml:space="preserve">[甲 </text>
    <link destination="/u">
      <text xml:space="preserve">乙</text>
    </link>
    <text xml:space="preserve"> 丙](/v) </text>
    <image destination="/x" title="y">
      <text xml:space="preserve">丁 </text>
      <link destination="/w">
        <text xml:space="preserve">戊</text>
      </link>
    </image>
  </paragraph>
  ````

  Autolinks stand in angle brackets; bare addresses are text.

  ```` example
  <https://例.cn/a?b&amp;c> <m@n.o> <not a link> https://bare.example www.bare.example
  .
  <paragraph>
    <link destination="https://例.cn/a?b&amp;c">
      <text xml:space="preserve">https://例.cn/a?b&amp;c</text>
    </link>
    <text xml:space="preserve"> </text>
    <link destination="mailto:m@n.o">
      <text xml:space="preserve">m@n.o</text>
    </link>
    <text xml:space="preserve"> </text>
    <html_inline xml:space="preserve">&lt;not a link&gt;</html_inline>
    <text xml:space="preserve"> https://bare.example www.bare.example</text>
  </paragraph>
  ````

  # Characters

  A backslash makes punctuation text, an entity stands for its characters; not in code.

  ```` example
  \*甲\* \乙 &lt;丙&#x4e01;&nbsp;&nosuch; `\*&lt;`
  .
  <paragraph>
    <text xml:space="preserve">*甲* \乙 &lt;丙丁 &amp;nosuch; </text>
    <code xml:space="preserve">\*&amp;lt;</code>
  </paragraph>
  ````

  Code spans end at a run as long as theirs and lose one blank on either side.

  ```` example
  `` ` `` ` 甲 ` `乙
  丙` `丁``戊` `
  .
  <paragraph>
    <code xml:space="preserve">`</code>
    <text xml:space="preserve"> </text>
    <code xml:space="preserve">甲</code>
    <text xml:space="preserve"> </text>
    <code xml:space="preserve">乙 丙</code>
    <text xml:space="preserve"> </text>
    <code xml:space="preserve">丁``戊</code>
    <text xml:space="preserve"> `</text>
  </paragraph>
  ````

  Two blanks or a backslash break a line; other blanks at its end are dropped.

  ```` example
  甲  
  乙\
  丙 
  丁
  .
  <paragraph>
    <text xml:space="preserve">甲</text>
    <linebreak />
    <text xml:space="preserve">乙</text>
    <linebreak />
    <text xml:space="preserve">丙</text>
    <softbreak />
    <text xml:space="preserve">丁</text>
  </paragraph>
  ````

  Other line endings mean the same.

  ```` example
  # 甲␍
  ␍
  乙␍␤丙␍
  ␍
      丁␍
      戊␍
  .
  <heading level="1">
    <text xml:space="preserve">甲</text>
  </heading>
  <paragraph>
    <text xml:space="preserve">乙</text>
    <softbreak />
    <text xml:space="preserve">丙</text>
  </paragraph>
  <code_block xml:space="preserve">丁
  戊
  </code_block>
  ````

  # Positions

  They count bytes, from 1, ends inclusive.

  ```` example sourcepos
  # 标题 ##

  > - 甲
  >   乙
  >
  > - 丙

  ```
  x
  ```
  .
  <document sourcepos="1:1-10:3" xmlns="http://commonmark.org/xml/1.0">
    <heading sourcepos="1:1-1:8" level="1">
      <text xml:space="preserve">标题</text>
    </heading>
    <block_quote sourcepos="3:1-6:7">
      <list sourcepos="3:3-6:7" type="bullet" tight="false">
        <item sourcepos="3:3-5:1">
          <paragraph sourcepos="3:5-4:7">
            <text xml:space="preserve">甲</text>
            <softbreak />
            <text xml:space="preserve">乙</text>
          </paragraph>
        </item>
        <item sourcepos="6:3-6:7">
          <paragraph sourcepos="6:5-6:7">
            <text xml:space="preserve">丙</text>
          </paragraph>
        </item>
      </list>
    </block_quote>
    <code_block sourcepos="8:1-10:3" xml:space="preserve">x
  </code_block>
  </document>
  ````

  Where the reference implementation takes the line that closes a block for its last, so do we.

  ```` example sourcepos
  甲
  ===
  乙

  > ~~~
  > 丙

  <!-- 丁 -->
  .
  <document sourcepos="1:1-8:12" xmlns="http://commonmark.org/xml/1.0">
    <heading sourcepos="1:1-3:3" level="1">
      <text xml:space="preserve">甲</text>
    </heading>
    <paragraph sourcepos="3:1-3:3">
      <text xml:space="preserve">乙</text>
    </paragraph>
    <block_quote sourcepos="5:1-6:5">
      <code_block sourcepos="5:3-7:0" xml:space="preserve">丙
  </code_block>
    </block_quote>
    <html_block sourcepos="8:1-7:0" xml:space="preserve">&lt;!-- 丁 --&gt;
  </html_block>
  </document>
  ````
  """##
