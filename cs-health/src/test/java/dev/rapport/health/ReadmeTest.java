package dev.rapport.health;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The code in README.md is the code between the marks here, and does what README.md says. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path THIS = Path.of("src/test/java/dev/rapport/health/ReadmeTest.java");

    /** The reader's own classes. */
    private record Login(LocalDate day, double count) {}

    private record Account(String number, double wouldRecommend, List<Login> logins) {}

    private record Answer(Health health, List<String> reasons) {}

    private static Answer decide(List<Account> accounts) {
        // README begins
        AttributeKey<Double> promoter = AttributeKey.number("promoter");
        ViewAdapter<Account> adapter = ViewAdapter.builder(Account::number)
                .attribute(promoter, Account::wouldRecommend)
                .series(Usage.SERIES, Account::logins, e -> e.at(Login::day).field(Usage.QUANTITY, Login::count))
                .build();
        Book book = Facts.of(adapter, accounts)
                .derive(StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)))
                .in(ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30));

        Curve answer = Curve.linear(new CurvePoint(0, 0), new CurvePoint(10, 100));
        Curve fall = Curve.linear(new CurvePoint(-0.5, 0), new CurvePoint(0, 100));
        HealthStrategy strategy = Scorecard.builder(DocumentHeader.of("health", "1"), Handling.REDISTRIBUTE, 0.5)
                .measure(Measure.of("would-recommend", "promoter", answer), 40)
                .measure(Measure.of("usage", "usage.change-30d", fall), 60)
                .bands(Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100)))
                .resolve(book.provides().attributes())
                .orThrow();
        Health health = strategy.decide(book.find("acme").orElseThrow(), Memory.empty());
        List<String> reasons = ExplanationText.showing(Sensitivity.INTERNAL).lines(health.reasons());
        // README ends
        return new Answer(health, reasons);
    }

    private static List<Login> logins(double inMay, double inJune) {
        return Stream.iterate(LocalDate.of(2026, 5, 2), day -> day.plusDays(1))
                .limit(60)
                .map(day -> new Login(day, day.isBefore(LocalDate.of(2026, 6, 1)) ? inMay : inJune))
                .toList();
    }

    private static List<String> between(List<String> lines, String first, String last) {
        int from = lines.indexOf(first);
        assertThat(from).as(first).isNotNegative();
        List<String> rest = lines.subList(from + 1, lines.size());
        assertThat(rest).as(last).contains(last);
        return rest.subList(0, rest.indexOf(last));
    }

    @Test
    void code_isWhatTheReadmeShows() throws IOException {
        String shown = String.join("\n", between(Files.readAllLines(README), "```java", "```"));
        String run = String.join(
                "\n", between(Files.readAllLines(THIS), "        // README begins", "        // README ends"));

        assertThat(shown).isEqualTo(run.stripIndent());
    }

    @Test
    void answer_isWhatTheReadmeShows() throws IOException {
        Answer answer = decide(List.of(new Account("acme", 8.0, logins(40, 30))));

        assertThat(answer.health().band()).isEqualTo("yellow");
        assertThat(answer.health().reasons().foldsToItsValue()).isTrue();
        assertThat(answer.reasons()).isEqualTo(between(Files.readAllLines(README), "```text", "```"));
    }
}
