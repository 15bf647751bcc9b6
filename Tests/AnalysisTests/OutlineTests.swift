import Analysis
import Archive
import Syntax
import Testing

/// The outline as indented text: kind, line from 1, title.
private func outline(_ text: String) -> String {
  let document = Document(bytes: Array(text.utf8))
  let nodes = IssueOutline(of: document).nodes
  var depths: [Int] = []
  return nodes.map { node in
    let depth = node.parent.map { depths[$0] + 1 } ?? 0
    depths.append(depth)
    let line = document.text.line(at: node.titleRange.start) + 1
    return String(repeating: "  ", count: depth) + "\(node.kind) \(line) \(node.title)"
  }.joined(separator: "\n")
}

@Suite struct `The outline` {
  @Test func `shows sections, stories and labels as clean text`() {
    #expect(
      outline(
        """
        # 今日要闻

        ## 产品

        ### [**甲** 发布 `A1`](https://a.example/1)

        正文。

        **深度解读：**
        - 一点

        ### 乙完成融资

        正文。

        ## 更多动态

        - [丙上线新功能](https://a.example/2)，面向所有用户
        - 丁发布报告：一半用户满意
        """)
          == """
          issue 1 今日要闻
            section 3 产品
              story 5 甲 发布 A1
                label 9 深度解读
              story 12 乙完成融资
            section 16 更多动态
              story 18 丙上线新功能
              story 19 丁发布报告：一半用户满意
          """)
  }

  @Test func `finds short news in groups, under bold lines or headings`() {
    #expect(
      outline(
        """
        # 今日要闻

        ## 综述

        **开源模型与创意工具的发布，以及它们在各家产品里怎样用**

        - **甲模型开源**：一种把图像分解成多个图层的模型，可以逐层编辑
        - **乙工具更新**：可以控制镜头的运动，也可以控制人物的动作

        ### 热门推文

        正文。

        ## 更多动态

        ### 应用与市场

        - [丙上线新功能](https://a.example/2)，面向所有用户
        - [丁发布报告](https://a.example/3)：一半用户满意
        - 戊公司完成融资，将扩大团队

        ### 己公司的一天

        - [早上](https://a.example/4)
        - [晚上](https://a.example/5)

        正文比清单长，讲的是一件事，从早上到晚上，所以这是一条内容，不是一组快讯。
        """)
          == """
          issue 1 今日要闻
            section 3 综述
              story 7 甲模型开源
              story 8 乙工具更新
              story 10 热门推文
            section 14 更多动态
              section 16 应用与市场
                story 18 丙上线新功能
                story 19 丁发布报告
                story 20 戊公司完成融资，将扩大团队
              story 22 己公司的一天
          """)
  }

  @Test func `takes a section without stories below it for a story`() {
    #expect(
      outline(
        """
        # 标题

        ## [甲授权乙](https://a.example/1)

        正文很长。

        ### 影响

        - 对用户：更多选择

        ## [丙开源丁](https://a.example/2)

        正文也长。

        ### 影响

        - 对用户：更少选择
        """)
          == """
          issue 1 标题
            story 3 甲授权乙
              label 7 影响
            story 11 丙开源丁
              label 15 影响
          """)
  }

  @Test func `takes numbered items of a group for stories`() {
    #expect(
      outline(
        """
        ## 日报 6/5

        ### **产品**
        1.  甲近日升级了音乐编辑工具，允许用户上传并混音未完成的作品。
        2.  乙宣布对话助手可连接邮箱、日历和网盘等多个外部服务。
        """)
          == """
          issue 1 \n\
            section 1 日报 6/5
              section 3 产品
                story 4 甲近日升级了音乐编辑工具，允许用户上传并混音未完成的作品
                story 5 乙宣布对话助手可连接邮箱、日历和网盘等多个外部服务
          """)
  }

  @Test func `finds round-ups that come back under each section`() {
    #expect(
      outline(
        """
        # 标题
        ## 一
        ### 故事甲
        正文
        ### 更多动态
        - [子公司开业的消息](https://a.example/1)
        ## 二
        ### 故事乙
        正文
        ### 更多动态
        - [丑公司停业的消息](https://a.example/2)
        """)
          == """
          issue 1 标题
            section 2 一
              story 3 故事甲
              section 5 更多动态
                story 6 子公司开业的消息
            section 7 二
              story 8 故事乙
              section 10 更多动态
                story 11 丑公司停业的消息
          """)
  }

  @Test func `takes the title from the front matter where there is no H1`() {
    #expect(outline("---\ntitle: 名字\n---\n\n正文\n").hasPrefix("issue 4 名字"))
  }

  @Test func `of nothing is an issue without a name`() {
    #expect(outline("") == "issue 1 ")
  }

  @Test func `holds each node in its parent`() {
    let text =
      "# A\n\n## B\n\n### C\n\nx\n\n**L：**\n\ny\n\n### D\n\nz\n\n---\n\n<div>imprint</div>\n"
    let nodes = IssueOutline(of: Document(bytes: Array(text.utf8))).nodes
    #expect(nodes.count == 5)
    for (index, node) in nodes.enumerated() {
      #expect(node.range.contains(node.titleRange))
      guard let parent = node.parent else { continue }
      #expect(parent < index)
      #expect(nodes[parent].range.contains(node.range))
    }
  }
}
