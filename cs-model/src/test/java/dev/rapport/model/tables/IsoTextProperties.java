package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The short way to dates and times reads what the formatters read. */
class IsoTextProperties {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Times QUICK = new Times(ZONE, List.of());
    private static final Times SLOW = new Times(ZONE, Times.ISO);

    @Property(tries = 20_000)
    void anyText_isReadAsByTheFormatters(@ForAll long seed) {
        String text = text(new Random(seed));
        assertSame(text, QUICK.moment(text), SLOW.moment(text));
        assertSame(text, QUICK.date(text, Times.LONG_AGO), SLOW.date(text, Times.LONG_AGO));
    }

    private static void assertSame(String text, Object quick, Object slow) {
        if (quick instanceof Refusal refusal && slow instanceof Refusal other) {
            assertThat(refusal.code()).as(text).isEqualTo(other.code());
        } else {
            assertThat(quick).as(text).isEqualTo(slow);
        }
    }

    @Property(tries = 2_000)
    void theUsual_isNotLeftToTheFormatters(@ForAll long seed) {
        assertThat(IsoText.parse(right(new Random(seed)))).isNotNull();
    }

    private static String right(Random random) {
        String date = String.format(
                Locale.ROOT,
                "%04d-%02d-%02d",
                1960 + random.nextInt(145),
                1 + random.nextInt(12),
                1 + random.nextInt(28));
        if (random.nextInt(4) == 0) {
            return date;
        }
        String minutes = String.format(Locale.ROOT, "%02d:%02d", random.nextInt(24), random.nextInt(60));
        String seconds = random.nextBoolean()
                ? String.format(Locale.ROOT, ":%02d", random.nextInt(60))
                        + List.of("", ".123", ".000456", ".000000789").get(random.nextInt(4))
                : "";
        String offset = List.of("", "Z", "+01:00", "-18:00", "+05:45").get(random.nextInt(5));
        return date + (random.nextBoolean() ? "T" : " ") + minutes + seconds + offset;
    }

    /** Right, or nearly so. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(right(random));
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            char c = "0123456789-:+.TZtz ".charAt(random.nextInt(19));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }
}
