package dev.rapport.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks for what was planted in the survey answers of the whole book. */
class SurveyTruthsTest {

    private static final SampleBook BOOK = SampleBook.generate(300, 7);
    private static final Book CUT = SampleReader.cut(BOOK, SampleBook.UNTIL);

    private static Stream<SurveyAnswer> asked(CustomerView view) {
        return view.series(SurveyAnswer.SERIES).stream()
                .filter(answer -> answer.instrument().equals("nps"));
    }

    private static double mean(Predicate<CustomerView> customers, LocalDate from, LocalDate to) {
        return CUT.customers().stream()
                .filter(customers)
                .flatMap(SurveyTruthsTest::asked)
                .filter(answer -> !day(answer).isBefore(from) && day(answer).isBefore(to))
                .flatMapToDouble(answer -> answer.score().stream())
                .average()
                .orElseThrow();
    }

    private static LocalDate day(SurveyAnswer answer) {
        return LocalDate.ofInstant(answer.entry().at(), SampleBook.ZONE);
    }

    /** By how much the answers of 2026 lie below those of the year before. */
    private static double fall(Predicate<CustomerView> customers) {
        LocalDate turn = LocalDate.of(2026, 1, 1);
        return mean(customers, turn.minusYears(1), turn) - mean(customers, turn, SampleBook.UNTIL.plusDays(1));
    }

    private static Tier tier(CustomerView view) {
        return Profile.of(BOOK.seed(), Integer.parseInt(view.customerId().substring(2)))
                .tier();
    }

    @Test
    void everyQuestion_saysWhenItWasAsked_beforeItsAnswer() {
        assertThat(CUT.customers().stream().flatMap(view -> view.series(SurveyAnswer.SERIES).stream()))
                .hasSizeGreaterThan(1000)
                .allSatisfy(answer -> assertThat(answer.askedOn().orElseThrow()).isBeforeOrEqualTo(day(answer)));
    }

    @Test
    void answersFall_inTheMidMarketOnly() {
        assertThat(fall(view -> tier(view) == Tier.MID_MARKET)).isGreaterThan(1.2);
        assertThat(fall(view -> tier(view) != Tier.MID_MARKET)).isLessThan(0.7);
    }

    @Test
    void sponsorOfOne_isUnhappy_andTheOthersAreNot() {
        String id = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("sponsor-unhappy-users-happy"))
                .flatMap(truth -> truth.customers().stream())
                .findFirst()
                .orElseThrow();
        List<SurveyAnswer> answers = asked(CUT.find(id).orElseThrow())
                .filter(answer -> answer.score().isPresent())
                .toList();
        assertThat(answers).hasSizeGreaterThan(4).allSatisfy(answer -> {
            double score = answer.score().orElseThrow();
            assertThat(score <= 4).isEqualTo(answer.respondentRole().equals(Optional.of("sponsor")));
            assertThat(score <= 4 || score >= 7).isTrue();
        });
    }

    @Test
    void whoLeavesWithoutAStory_isSilentBefore() {
        List<CustomerView> left = CUT.customers().stream()
                .filter(view -> view.series(Outcome.SERIES).stream()
                        .anyMatch(outcome -> outcome.kind().equals("churned")))
                .filter(view -> Plant.at(Integer.parseInt(view.customerId().substring(2)))
                        .isEmpty())
                .toList();
        assertThat(left).hasSizeGreaterThan(10).allSatisfy(view -> {
            LocalDate day = view.series(Outcome.SERIES).stream()
                    .filter(outcome -> outcome.kind().equals("churned"))
                    .map(outcome -> LocalDate.ofInstant(outcome.entry().at(), SampleBook.ZONE))
                    .findFirst()
                    .orElseThrow();
            assertThat(asked(view).filter(answer -> answer.score().isPresent()))
                    .noneMatch(answer -> answer.askedOn().orElseThrow().isAfter(day.minusDays(300)));
        });
    }
}
