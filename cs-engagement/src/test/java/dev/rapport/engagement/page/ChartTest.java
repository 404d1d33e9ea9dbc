package dev.rapport.engagement.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Chart TWO =
            new Chart("Revenue", List.of(new Series("safe", "green"), new Series("at risk", "red")), Text::grouped);
    private static final Chart ONE = new Chart("Hours", List.of(new Series("hours", "accent")), Text::grouped);

    @Test
    void chart_withoutGroups_isEmpty() {
        assertThat(TWO.bars(List.of())).isEmpty();
        assertThat(TWO.columns(List.of())).isEmpty();
    }

    @Test
    void chart_hasALabel_thatSaysEveryValue() {
        List<Group> groups =
                List.of(new Group("2026-07", List.of(30.0, 10.0)), new Group("2026-08", List.of(0.0, 0.0)));

        for (String svg : List.of(TWO.bars(groups), TWO.columns(groups))) {
            assertThat(svg).startsWith("<svg role=\"img\"");
            assertThat(svg).contains("aria-label=\"Revenue. 2026-07: safe 30, at risk 10; 2026-08: 0.\"");
            assertThat(svg).contains("<title>2026-07, at risk: 10</title>");
        }
    }

    @Test
    void bars_ofOneGroup_fillTheWidth() {
        assertThat(lengths(ONE.bars(List.of(new Group("only", List.of(7.0)))), "width"))
                .containsExactly(320.0);
    }

    @Test
    void bars_ofZeros_haveNoMarks_andStillSayZero() {
        String svg = ONE.bars(List.of(new Group("none", List.of(0.0))));

        assertThat(svg).doesNotContain("<rect", "NaN").contains(">0</text>");
    }

    @Property
    void bars_addUp(@ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0, max = 1e9) Double> values) {
        List<Group> groups = values.stream()
                .map(value -> new Group("g", List.of(value, value / 2)))
                .toList();
        double most = groups.stream().mapToDouble(Group::total).max().orElse(0);

        double drawn = marks(lengths(TWO.bars(groups), "width"), 2).stream()
                .mapToDouble(length -> length)
                .sum();

        double expected = most > 0 ? groups.stream().mapToDouble(Group::total).sum() / most * 320 : 0;
        assertThat(drawn).isCloseTo(expected, within(0.1 * groups.size() * 2 + 0.1));
    }

    @Test
    void columns_addUp_toTheirTotals() {
        String svg = TWO.columns(List.of(new Group("a", List.of(30.0, 10.0)), new Group("b", List.of(20.0, 0.0))));

        assertThat(marks(lengths(svg, "height"), 2)).containsExactly(127.5, 42.5, 85.0);
        assertThat(svg).contains(">40</text>").contains(">20</text>");
    }

    @Test
    void negativeValues_standOnTheOtherSideOfTheZeroLine() {
        List<Group> groups = List.of(new Group("gain", List.of(30.0)), new Group("loss", List.of(-10.0)));

        String bars = ONE.bars(groups);
        assertThat(bars)
                .contains("x=\"230.0\" y=\"4.0\" width=\"240.0\"")
                .contains("x=\"150.0\" y=\"30.0\" width=\"80.0\"");
        assertThat(bars).contains("class=\"axis\"").contains(">-10</text>");
        String columns = ONE.columns(groups);
        assertThat(columns).contains("y=\"24.0\" width=\"196.0\" height=\"127.5\"");
        assertThat(columns).contains("y=\"151.5\" width=\"196.0\" height=\"42.5\"");
    }

    @Test
    void waterfall_eachChangeBegins_whereTheOneBeforeEnded() {
        Chart bridge = new Chart(
                "Bridge",
                List.of(new Series("ARR", "accent"), new Series("gained", "green"), new Series("lost", "red")),
                Text::grouped);

        String svg = bridge.waterfall(
                new Group("then", List.of(100.0)),
                List.of(new Group("won", List.of(60.0)), new Group("lost", List.of(-40.0))),
                new Group("now", List.of(120.0)));

        assertThat(svg).contains("class=\"accent\" x=\"150.0\" y=\"4.0\" width=\"200.0\"");
        assertThat(svg)
                .contains("class=\"green\" x=\"350.0\" y=\"30.0\" width=\"120.0\"")
                .contains(">+60</text>");
        assertThat(svg)
                .contains("class=\"red\" x=\"390.0\" y=\"56.0\" width=\"80.0\"")
                .contains(">-40</text>");
        assertThat(svg).contains("class=\"accent\" x=\"150.0\" y=\"82.0\" width=\"240.0\"");
        assertThat(svg).contains("aria-label=\"Bridge. then: 100; won: 60; lost: -40; now: 120.\"");
    }

    @Test
    void labels_areInert_andShort() {
        String svg = ONE.bars(List.of(new Group("<script>alert(1)</script> and much more", List.of(1.0))));

        assertThat(new Skeleton(svg).tags()).noneMatch(tag -> tag.contains("script"));
        assertThat(svg).contains("&lt;script&gt;alert(1)&lt;/scrip…</text>");
    }

    private static List<Double> marks(List<Double> lengths, int legend) {
        return lengths.subList(0, lengths.size() - legend);
    }

    /** The values of an attribute of all rectangles, in their order. */
    private static List<Double> lengths(String svg, String attribute) {
        List<Double> lengths = new ArrayList<>();
        for (int at = svg.indexOf("<rect"); at >= 0; at = svg.indexOf("<rect", at + 1)) {
            int from = svg.indexOf(" " + attribute + "=\"", at) + attribute.length() + 3;
            lengths.add(Double.parseDouble(svg.substring(from, svg.indexOf('"', from))));
        }
        return lengths;
    }
}
