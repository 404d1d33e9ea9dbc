package dev.rapport.engagement.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final VoicePolicy POLICY = VoicePolicy.builder()
            .header(DocumentHeader.of("voice", "1"))
            .addThemes(
                    theme("exports", "engineering").addPhrases("export").build(),
                    theme("price", "sales").addPhrases("too expensive").addCategories("price").build(),
                    theme("crash", "engineering").addPhrases("crash").build())
            .windowDays(90)
            .answerDays(7)
            .cadence(Cadence.MONTHLY)
            .build();

    private static Theme.Builder theme(String id, String department) {
        return Theme.builder().id(id).name("About " + id).department(department);
    }

    private static Customer customer(String id, int arr, Consumer<Customer.Builder> facts) {
        Customer.Builder builder = Customer.builder(id, SINCE)
                .set(AttributeKey.money("arr"), Money.of(CurrencyUnit.EUR, arr), SINCE);
        facts.accept(builder);
        return builder.build();
    }

    private static Consumer<Customer.Builder> said(String on, String text, String status) {
        return c -> c.add(Feedback.SERIES, e -> e.at(LocalDate.parse(on))
                .with(Feedback.TEXT, text)
                .with(Feedback.STATUS, status));
    }

    private static Consumer<Customer.Builder> commented(String on, String text) {
        return c -> c.add(SurveyAnswer.SERIES, e -> e.at(LocalDate.parse(on))
                .with(SurveyAnswer.INSTRUMENT, "nps")
                .with(SurveyAnswer.SCORE, 3.0)
                .with(SurveyAnswer.COMMENT, text));
    }

    private static VoiceReport report(Customer... customers) {
        List<Customer> all = Arrays.asList(customers);
        Book book = Facts.of(Customer.adapter(all), all)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
        return VoiceReport.of(POLICY, book);
    }

    private static List<String> themesOf(String text) {
        return report(customer("a", 1, said("2026-06-29", text, "heard")))
                .of("a").get(0).themes().stream().map(Theme::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "The EXPORT fails.,               exports",
        "ÉXPORT!,                         exports",
        "Exporting fails,                 ''",
        "too   expensive,                 price",
        "'too, expensive',                price",
        "expensive too,                   ''",
        "my export is too expensive,      exports price",
        ".*,                              ''",
    })
    void theme_isKnownByWholeWords_withoutCaseAccentsAndPunctuation(String text, String themes) {
        assertThat(String.join(" ", themesOf(text))).isEqualTo(themes);
    }

    @Test
    void sharpS_isTwoOfTheOthers_andMarksAreNoWords() {
        assertThat(Words.of("Straße").toString()).isEqualTo("strasse");
        assertThat(Words.of("e\u0301xport\u200D").toString()).isEqualTo("export");
        assertThat(Words.of("...").isEmpty()).isTrue();
    }

    @Test
    void category_thatSomebodyChose_goesBeforeWords() {
        VoiceReport report = report(customer(
                "a",
                1,
                c -> c.add(Feedback.SERIES, e -> e.at(LocalDate.of(2026, 6, 1))
                        .with(Feedback.TEXT, "the export")
                        .with(Feedback.THEME, "price"))));
        assertThat(report.of("a").get(0).themes()).extracting(Theme::id).containsExactly("price");
    }

    @Test
    void themes_haveRevenueBehindThem_eachCustomerOnce_andTheLoopOfEach() {
        VoiceReport report = report(
                customer(
                        "a",
                        100,
                        said("2026-06-29", "export", "heard")
                                .andThen(said("2026-06-01", "export again", "acted"))),
                customer("b", 50, commented("2026-06-01", "the export is too expensive")),
                customer("c", 7, said("2026-06-28", "nice weather", "answered")),
                customer("d", 9, said("2026-03-01", "export", "heard")));

        assertThat(report.themes())
                .extracting(
                        voice -> voice.theme().id(),
                        voice -> voice.loudness().mentions(),
                        voice -> voice.loudness().customers(),
                        voice -> voice.loudness().arr().getAmountMajorInt(),
                        voice -> voice.loudness().heard(),
                        voice -> voice.loudness().acted(),
                        voice -> voice.loudness().unanswered())
                .containsExactly(
                        tuple("exports", 3, 2, 150, 2, 1, 1),
                        tuple("price", 1, 1, 50, 1, 0, 1),
                        tuple("crash", 0, 0, 0, 0, 0, 0));
        assertThat(report.withoutTheme().mentions()).isEqualTo(1);
        assertThat(report.overall().mentions()).as("d spoke too long ago").isEqualTo(4);
        assertThat(report.departments())
                .extracting(DepartmentVoice::department, voice -> voice.loudness().mentions())
                .containsExactly(tuple("engineering", 3), tuple("sales", 1));
        assertThat(report.of("engineering", report.periodStart()).mentions()).isEqualTo(3);
        assertThat(report.nextDigest()).isEqualTo("2026-07-01");
    }

    @Test
    void actedOn_afterToday_isNotYetDone() {
        Consumer<Customer.Builder> later = c -> c.add(Feedback.SERIES, e -> e.at(LocalDate.of(2026, 6, 29))
                .with(Feedback.STATUS, "acted")
                .with(Feedback.ACTION, "mended")
                .with(Feedback.ACTED_ON, LocalDate.of(2026, 7, 2)));
        Utterance one = report(customer("a", 1, later)).of("a").get(0);
        assertThat(one.status()).isEqualTo(Utterance.Status.HEARD);
        assertThat(one.action()).isEmpty();
    }

    @Test
    void answer_isDue_afterTheDaysOfThePolicy_theLastOneCounts() {
        assertThat(report(customer("a", 1, said("2026-06-23", "x", "heard"))).of("a").get(0).unanswered())
                .isFalse();
        assertThat(report(customer("a", 1, said("2026-06-22", "x", "heard"))).of("a").get(0).unanswered())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY,    2026-06-28, 2026-06-22, 2026-06-29",
        "WEEKLY,    2026-06-29, 2026-06-29, 2026-07-06",
        "MONTHLY,   2026-12-31, 2026-12-01, 2027-01-01",
        "QUARTERLY, 2026-06-30, 2026-04-01, 2026-07-01",
        "QUARTERLY, 2026-12-01, 2026-10-01, 2027-01-01",
    })
    void cadence_hasPeriodsWithoutGaps(Cadence cadence, LocalDate day, LocalDate start, LocalDate next) {
        assertThat(cadence.startOf(day)).isEqualTo(start);
        assertThat(cadence.nextAfter(day)).isEqualTo(next);
    }

    @Test
    void theme_withoutLetterInItsPhrase_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theme("a", "b").addPhrases("?!").build())
                .withMessageContaining("phrase \"?!\" of theme a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theme("a", "b").build())
                .withMessageContaining("neither");
    }

    /** Words of the small vocabulary, one after the other, and with what stands between them. */
    record Sentence(List<String> words, String between) {}

    @Provide
    Arbitrary<List<Sentence>> sentences() {
        Arbitrary<Sentence> sentence = Combinators.combine(
                        Arbitraries.of("export", "exporting", "too", "expensive", "crash", "ok")
                                .list()
                                .ofMaxSize(6),
                        Arbitraries.of(" ", ", ", "  ", "-", "!"))
                .as(Sentence::new);
        return sentence.list().ofMinSize(1).ofMaxSize(6);
    }

    @Property
    void grouping_isThatOfLookingAtEveryWord(@ForAll("sentences") List<Sentence> sentences) {
        Customer[] customers = new Customer[sentences.size()];
        Map<String, TreeSet<Integer>> expected = new HashMap<>();
        for (int i = 0; i < customers.length; i++) {
            List<String> words = sentences.get(i).words();
            String text = String.join(sentences.get(i).between(), words);
            customers[i] = customer("c-" + i, i + 1, said("2026-06-29", text.toUpperCase(Locale.ROOT), "heard"));
            for (int w = 0; w < words.size(); w++) {
                boolean isDear = w > 0 && words.get(w - 1).equals("too") && words.get(w).equals("expensive");
                String theme = words.get(w).equals("export") ? "exports" : isDear ? "price" : words.get(w);
                expected.computeIfAbsent(theme, absent -> new TreeSet<>()).add(i);
            }
        }
        for (ThemeVoice voice : report(customers).themes()) {
            TreeSet<Integer> speakers = expected.getOrDefault(voice.theme().id(), new TreeSet<>());
            assertThat(voice.loudness().customers()).isEqualTo(speakers.size());
            assertThat(voice.loudness().arr().getAmountMajorInt())
                    .isEqualTo(speakers.stream().mapToInt(i -> i + 1).sum());
        }
    }
}
