package dev.rapport.engagement.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TextTest {

    @Property
    void escaped_isInert_andReadsBack(@ForAll String text) {
        String escaped = Text.escape(text);

        assertThat(escaped).doesNotContain("<", ">", "\"", "'", "\u0000", "\u202E", "\u2066", "\u200F");
        StringBuilder visible = new StringBuilder();
        Skeleton.unescaped(escaped).codePoints().filter(c -> c != 0xFFFD).forEach(visible::appendCodePoint);
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c != 0xFFFD && Text.escape(Character.toString(c)).codePointAt(0) != 0xFFFD)
                .forEach(kept::appendCodePoint);
        assertThat(visible.toString()).isEqualTo(kept.toString());
    }

    @Property
    void numbers_areGroupedAsTheRootLocaleGroupsThem(@ForAll double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));

        assertThat(Text.grouped(value))
                .isEqualTo(String.format(Locale.ROOT, "%,.0f", exact.setScale(0, RoundingMode.HALF_EVEN)));
        assertThat(Text.signed(value).replace("+", ""))
                .isEqualTo(String.format(Locale.ROOT, "%,.1f", exact.setScale(1, RoundingMode.HALF_EVEN)));
    }

    @Test
    void escaped_entitiesOfTheText_areTextThemselves() {
        assertThat(Text.escape("&lt;b&gt; & <b> \"x\" 'y'"))
                .isEqualTo("&amp;lt;b&amp;gt; &amp; &lt;b&gt; &quot;x&quot; &#39;y&#39;");
    }

    @Test
    void escaped_hiddenCharacters_areShown() {
        assertThat(Text.escape("a\u0000b\u202Ec\u2067d\u200Ee\u061Cf\uD800g\u0085h"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh");
        assertThat(Text.escape("😀 \u05D0 👩\u200D🚀")).isEqualTo("😀 \u05D0 👩\u200D🚀");
    }

    @Property
    void shortened_isNotLonger_andCutsNoPairOfSurrogates(@ForAll String text) {
        String valid = text.codePoints()
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        String shortened = Text.shortened(valid, 5);

        assertThat(shortened.codePointCount(0, shortened.length())).isLessThanOrEqualTo(5);
        assertThat(shortened.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void money_isWhole_groupedAndOfAnySize() {
        assertThat(Text.money(Money.parse("EUR 1234567.50"))).isEqualTo("EUR\u00A01,234,568");
        assertThat(Text.money(Money.parse("EUR -0.40"))).isEqualTo("EUR\u00A00");
        assertThat(Text.money(Money.parse("EUR -1500.00"))).isEqualTo("EUR\u00A0-1,500");
        assertThat(Text.money(Money.parse("JPY 12345678901234567890")))
                .isEqualTo("JPY\u00A012,345,678,901,234,567,890");
    }

    @Test
    void percent_isRounded_withoutNegativeZero() {
        assertThat(Text.percent(0.126)).isEqualTo("13\u00A0%");
        assertThat(Text.percent(-0.004)).isEqualTo("0\u00A0%");
        assertThat(Text.percent(-0.28)).isEqualTo("-28\u00A0%");
        assertThat(Text.percentExactly(0.0731)).isEqualTo("7.3\u00A0%");
        assertThat(Text.percent(Double.NaN)).isEqualTo("unknown");
    }

    @Test
    void compact_changesItsUnit_whereRoundingDoes() {
        assertThat(Text.compact(999.4)).isEqualTo("999");
        assertThat(Text.compact(999.6)).isEqualTo("1\u00A0k");
        assertThat(Text.compact(999_499)).isEqualTo("999\u00A0k");
        assertThat(Text.compact(999_500)).isEqualTo("1.0\u00A0M");
        assertThat(Text.compact(-1_260_000)).isEqualTo("-1.3\u00A0M");
        assertThat(Text.compact(0)).isEqualTo("0");
    }

    @Test
    void number_hasAtMostTwoDecimals() {
        assertThat(Text.number(3)).isEqualTo("3");
        assertThat(Text.number(3.5)).isEqualTo("3.5");
        assertThat(Text.number(1234.005)).isEqualTo("1,234");
        assertThat(Text.number(-0.001)).isEqualTo("0");
        assertThat(Text.number(100)).isEqualTo("100");
        assertThat(Text.number(Double.POSITIVE_INFINITY)).isEqualTo("unknown");
    }

    @Test
    void count_agreesWithItsNumber() {
        assertThat(Text.count(1, "customer", "customers")).isEqualTo("1\u00A0customer");
        assertThat(Text.count(0, "customer", "customers")).isEqualTo("0\u00A0customers");
        assertThat(Text.count(1200, "customer", "customers")).isEqualTo("1,200\u00A0customers");
    }

    @Test
    void words_keepANumberWithWhatItNumbers() {
        assertThat(Text.words("seats-in-use")).isEqualTo("seats in use");
        assertThat(Text.words("usage.quantity-30d")).isEqualTo("usage quantity 30d");
        assertThat(Text.words("sponsor_left")).isEqualTo("sponsor left");
        assertThat(Text.words("c-000201")).isEqualTo("c-000201");
        assertThat(Text.words("de.west-17")).isEqualTo("de west-17");
    }
}
