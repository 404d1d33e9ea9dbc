package dev.rapport.examples.hostadapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Health;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The code that the README shows, run; and the README held to it. */
class ReadmeTest {

    record Shop(String id, LocalDate openedOn, double usedShare, double satisfaction) {}

    private static final String SOURCE = "src/test/java/dev/rapport/examples/hostadapter/ReadmeTest.java";

    @Test
    void readmeCode_scoresAHostsOwnObjects_withReasons() {
        List<Shop> shops = List.of(new Shop("acme", LocalDate.of(2025, 1, 1), 0.35, 4.5));
        List<String> printed = new ArrayList<>();
        // tag::readme[]
        AttributeKey<Double> used = AttributeKey.number("seats.used").unit("share");
        AttributeKey<Double> happy = AttributeKey.number("satisfaction").unit("of 5");
        ViewAdapter<Shop> adapter = ViewAdapter.builder(Shop::id) // the one place that knows your class
                .since(Shop::openedOn)
                .attribute(used, Shop::usedShare)
                .attribute(happy, Shop::satisfaction)
                .build();
        Facts facts = Facts.of(adapter, shops).in(ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR);
        Book book = facts.asOf(LocalDate.of(2026, 6, 30));

        Curve use = Curve.linear(new CurvePoint(0.1, 0), new CurvePoint(0.8, 100));
        Curve satisfaction = Curve.linear(new CurvePoint(1, 0), new CurvePoint(5, 100));
        Scorecard scorecard = Scorecard.builder(DocumentHeader.of("health", "1"), Handling.REDISTRIBUTE, 0.5)
                .measure(Measure.of("use", "seats.used", use), 60)
                .measure(Measure.of("voice", "satisfaction", satisfaction), 40)
                .bands(Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100)));
        Health health = scorecard
                .resolve(book.provides().attributes())
                .orThrow()
                .decide(book.find("acme").orElseThrow(), Memory.empty());

        printed.add(health.band());
        printed.addAll(ExplanationText.showing(Sensitivity.INTERNAL).lines(health.reasons()));
        // end::readme[]
        assertThat(health.band()).isEqualTo("yellow");
        assertThat(health.reasons().foldsToItsValue()).isTrue();
        assertThat(printed).anyMatch(line -> line.contains("use")).anyMatch(line -> line.contains("voice"));
    }

    @Test
    void readme_showsTheCodeThatIsRun() throws IOException {
        List<String> source = Files.readAllLines(Path.of(SOURCE));
        int from = source.indexOf("        // tag::readme[]");
        int to = source.indexOf("        // end::readme[]");
        List<String> code = source.subList(from + 1, to).stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .toList();
        assertThat(Files.readString(Path.of("..", "..", "README.md"))).contains(String.join("\n", code));
    }
}
