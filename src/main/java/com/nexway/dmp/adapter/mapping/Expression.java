package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.mapping.conversion.Decimals;
import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.yaml.YamlNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.impl.ExpressionImpl;
import com.schibsted.spt.data.jslt.impl.PreparationContext;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping cannot say by itself, in JSLT.
 *
 * <p>It is given the record as {@code .}, or inside {@code each} the element, and the whole record
 * as {@code $record}. It always ends, after about a second at most, and gives the same for the same
 * record: functions of its own, and those that tell the time or chance, are refused when the
 * mapping is loaded. JSLT calculates with doubles; none leaves this class: a result with decimals
 * is its shortest decimal, rounded as the mapping says, or refused where it has no end.
 */
final class Expression implements Source {
  private static final String RECORD = "record";
  private static final int LONGEST = 4_000;

  /** What a double holds for certain; the tail behind it, as in 0.30000000000000004, is its own. */
  private static final int DIGITS = 15;

  /** A number that has more digits is a quotient without an end. */
  private static final int SHORT = 13;

  private static final int SHORT_SCALE = 10;

  private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern REFUSED =
      Pattern.compile("\\b(?:(def|import)\\s|(now|random|uuid)\\s*\\()");

  private final com.schibsted.spt.data.jslt.Expression compiled;
  private final boolean counted;
  private final boolean wholeRecord;
  private final @Nullable Integer round;

  private Expression(
      com.schibsted.spt.data.jslt.Expression compiled,
      boolean counted,
      boolean wholeRecord,
      @Nullable Integer round) {
    this.compiled = compiled;
    this.counted = counted;
    this.wholeRecord = wholeRecord;
    this.round = round;
  }

  /** Reads an expression; null where it is wrong, which is told. */
  static @Nullable Expression read(YamlNode.Scalar node, @Nullable Integer round, Reading reading) {
    String text = node.text();
    if (text.length() > LONGEST) {
      reading.problem(node, "an expression may have " + LONGEST + " characters");
      return null;
    }
    Matcher refused = REFUSED.matcher(STRINGS.matcher(text).replaceAll("\"\""));
    if (refused.find()) {
      reading.problem(
          node,
          refused.group(1) != null
              ? "an expression may not define or import functions, so that it always ends"
              : "an expression may not use "
                  + refused.group(2)
                  + "(): the same record must always make the same event");
      return null;
    }
    try {
      com.schibsted.spt.data.jslt.Expression compiled = compiled(text, BoundedRegex.FUNCTIONS);
      Set<String> free = free(compiled);
      boolean wholeRecord = free.remove(RECORD);
      if (!free.isEmpty()) {
        reading.problem(
            node,
            "the expression does not say what $%s is; $record is the whole record, and . the"
                    .formatted(String.join(", $", free))
                + " record, or inside each: its element");
        return null;
      }
      String counted = BoundedLoops.counted(Products.guarded(text));
      boolean loops = !counted.equals(text);
      return new Expression(
          loops ? compiled(counted, BoundedLoops.FUNCTIONS) : compiled, loops, wholeRecord, round);
    } catch (JsltException e) {
      reading.problem(node, "the expression is no JSLT: " + firstLine(e.getMessage()));
    } catch (StackOverflowError e) {
      reading.problem(node, "the expression is nested too deeply");
    }
    return null;
  }

  private static com.schibsted.spt.data.jslt.Expression compiled(
      String text, List<Function> functions) {
    return new Parser(new StringReader(text))
        .withSource("expression")
        .withFunctions(functions)
        .compile();
  }

  /** The variables that the expression does not define itself. */
  private static Set<String> free(com.schibsted.spt.data.jslt.Expression compiled) {
    PreparationContext context = new PreparationContext();
    ((ExpressionImpl) compiled).prepare(context);
    return new TreeSet<>(context.scope.getParameterSlots().keySet());
  }

  @Override
  public @Nullable Object read(Scope scope) throws Misfit {
    JsonNode json = scope.json();
    JsonNode record = wholeRecord ? scope.outermost().json() : json;
    Map<String, JsonNode> variables = wholeRecord ? Map.of(RECORD, record) : Map.of();
    try {
      return value(
          counted
              ? Effort.limited(record, () -> compiled.apply(variables, json))
              : compiled.apply(variables, json));
    } catch (ArithmeticException e) {
      throw new Misfit("the expression divides by zero for this record");
    } catch (RuntimeException e) {
      // JSLT lets more than its own exceptions out, such as that of a number too long for it.
      throw new Misfit("the expression does not fit this record: " + firstLine(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new Misfit("the expression goes too deep for this record");
    }
  }

  private @Nullable Object value(JsonNode result) throws Misfit {
    if (result.isNull() || result.isMissingNode()) {
      return null;
    }
    if (result.isDouble() || result.isFloat()) {
      return exact(result);
    }
    return JsonInput.toJava(result);
  }

  private Object exact(JsonNode result) throws Misfit {
    String text = result.asText();
    if (text.contains("N") || text.contains("I")) {
      throw new Misfit("the expression calculates no number for this record: " + text);
    }
    BigDecimal calculated =
        new BigDecimal(text)
            .setScale(DIGITS, RoundingMode.HALF_EVEN)
            .round(new MathContext(DIGITS));
    if (round != null) {
      return calculated.setScale(round, RoundingMode.HALF_UP);
    }
    BigDecimal shortest = Decimals.plain(calculated);
    if (shortest.scale() <= 0 || shortest.scale() <= SHORT_SCALE && shortest.precision() <= SHORT) {
      return shortest;
    }
    throw new Misfit(
        "the expression calculates "
            + text
            + ", which has no end; write round: 2 beside it for an amount, round: 4 for a ratio, or"
            + " use divided-by: and its like");
  }

  static String firstLine(@Nullable String message) {
    String text = message == null ? "it fails" : message;
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.length() > 300 ? line.substring(0, 300) : line;
  }

  @Override
  public String columns() {
    return "expression";
  }
}
