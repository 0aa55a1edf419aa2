package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value written in YAML, as a source would hand it over: numbers exact, what is quoted text. */
final class YamlValue {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,60})(\\.[0-9]{1,60})?([eE][-+]?[0-9]{1,9})?");

  private YamlValue() {}

  static @Nullable Object of(YamlNode node) {
    if (node instanceof YamlNode.Items items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.items().forEach(item -> list.add(of(item)));
      return list;
    }
    if (node instanceof YamlNode.Fields fields) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      fields.entries().forEach((name, value) -> map.put(name, of(value)));
      return map;
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    String text = scalar.text();
    if (scalar.quoted()) {
      return text;
    }
    if (scalar.isNull()) {
      return null;
    }
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
  }
}
