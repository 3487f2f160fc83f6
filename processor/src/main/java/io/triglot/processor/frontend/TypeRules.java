package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;

/** The rules about types that the front end sees broken while it reads. */
final class TypeRules {
  static final Rule UNSUPPORTED_TYPE = Rule.error("TriglotUnsupportedType");
  static final Rule RAW_TYPE = Rule.error("TriglotRawType");
  static final Rule GENERIC_TYPE = Rule.error("TriglotGenericType");
  static final Rule TEXT_FORM = Rule.error("TriglotTextForm");
  static final Rule CONVERTER = Rule.error("TriglotConverter");
  static final Rule MAP_KEY = Rule.error("TriglotMapKey");
  static final Rule NON_PUBLIC_TYPE = Rule.error("TriglotNonPublicType");
  static final Rule ABSTRACT_TYPE = Rule.error("TriglotAbstractType");
  static final Rule HIERARCHY = Rule.error("TriglotHierarchy");
  static final Rule MISSING_GETTER = Rule.error("TriglotMissingGetter");
  static final Rule UNFINISHED_TYPE = Rule.error("TriglotUnfinishedType");
  static final Rule DATE_PATTERN = Rule.error("TriglotDatePattern");
  static final Rule JACKSON_ANNOTATION = Rule.warning("TriglotJacksonAnnotation");
  static final Rule SAME_SIMPLE_NAME = Rule.warning("TriglotSameSimpleName");
  static final Rule FOREIGN_MODULE = Rule.error("TriglotForeignModule");
  static final Rule DEFAULT_VALUE = Rule.error("TriglotDefaultValue");
  static final Rule EXAMPLE = Rule.error("TriglotExample");
  static final Rule FIELD_ARGUMENT = Rule.error("TriglotFieldArgument");
  static final Rule UNWRAPPED_PAGE = Rule.error("TriglotUnwrappedPage");
  static final Rule INVALID_ID = Rule.error("TriglotInvalidId");

  private TypeRules() {}
}
