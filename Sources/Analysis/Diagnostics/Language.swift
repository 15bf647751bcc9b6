/// The language of messages to the writer.
package enum Language: Sendable, Equatable {
  case english
  case chinese

  /// The language that a locale name (`zh-CN`, `zh_CN.UTF-8`, `en`) asks for; English for all others.
  package init(locale: String) {
    self = locale.lowercased().utf8.starts(with: "zh".utf8) ? .chinese : .english
  }

  /// The text in this language. Only the wanted one is put together.
  package func say(
    _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String
  ) -> String {
    switch self {
    case .english: english()
    case .chinese: chinese()
    }
  }
}

/// A text that is ready in both languages.
package struct Localized: Sendable, Equatable {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  package func text(in language: Language) -> String { language.say(english, chinese) }
}
