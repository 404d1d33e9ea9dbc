package dev.rapport.engagement.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.organisation.Competency;
import dev.rapport.model.organisation.Importance;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.RoleProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final RoleProfile LEAD = new RoleProfile(
            List.of(
                    Competency.builder().skill("coaching").level(4).weight(2).build(),
                    Competency.must("analytics", 2),
                    Competency.nice("webinars", 3)),
            List.of("en"),
            List.of("de", "fr"));

    private static Role role(RoleProfile profile) {
        return Role.builder()
                .id("lead")
                .title("Lead")
                .department("all")
                .profile(profile)
                .build();
    }

    private static Member.Builder person(Map<String, Integer> skills, String... languages) {
        return Crew.member("anna", "csm", skills).languages(List.of(languages));
    }

    @Test
    void whoHasAll_fitsWhole() {
        Fit fit = Fit.of(
                person(Map.of("coaching", 4, "analytics", 5, "webinars", 3), "fr", "de", "en")
                        .build(),
                role(LEAD));

        assertThat(fit.fits()).isTrue();
        assertThat(fit.degree()).isEqualTo(1);
        assertThat(fit.gaps()).isEmpty();
    }

    @Test
    void whatIsMissing_isToldByItsLevels_andALanguageByItself() {
        Fit fit = Fit.of(person(Map.of("coaching", 3, "analytics", 2), "de").build(), role(LEAD));

        assertThat(fit.fits()).isFalse();
        assertThat(fit.gaps())
                .extracting(gap -> gap.competency().skill() + " " + gap.level() + " misses " + gap.levels())
                .containsExactly("coaching 3 misses 1", "webinars 0 misses 3");
        assertThat(fit.missingLanguages()).containsExactly("en");
        assertThat(fit.missingFurtherLanguages()).containsExactly("fr");
        assertThat(fit.degree()).isCloseTo((2 * 0.75 + 1 + 0 + 0 + 1 + 0) / 7, within(1e-12));
        assertThat(fit).hasToString("anna as lead: team.fit = 0.5, lacks 1 level of coaching and the language en");
        assertThat(ExplanationText.showing(Sensitivity.OPEN).lines(fit.reasons()))
                .containsExactly(
                        "team.fit 0.5 (weighted mean)",
                        "  skill.coaching 0.75 x 2: level 3 of 4 asked for, must: 1 level is missing",
                        "  skill.analytics 1 x 1: level 2 of 2 asked for, must",
                        "  skill.webinars 0 x 1: level 0 of 3 asked for, nice: 3 levels are missing",
                        "  language.en 0 x 1: missing, must",
                        "  language.de 1 x 1: spoken, nice",
                        "  language.fr 0 x 1: missing, nice");
    }

    @Test
    void whatIsNice_keepsNobodyOut() {
        Fit fit = Fit.of(person(Map.of("coaching", 4, "analytics", 2), "en").build(), role(LEAD));

        assertThat(fit.fits()).isTrue();
        assertThat(fit.degree()).isCloseTo(4 / 7.0, within(1e-12));
    }

    @Test
    void roleWithoutProfile_isRefused() {
        Role bare = Role.builder().id("csm").title("CSM").department("all").build();

        assertThatThrownBy(() -> Fit.of(person(Map.of()).build(), bare))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("role (csm) must have a profile.\nMaybe declare what it asks for in the organisation's"
                        + " document.");
    }

    private record Drawn(RoleProfile profile, Map<String, Integer> skills, List<String> languages) {}

    private static Drawn draw(long seed) {
        Random random = new Random(seed);
        List<Competency> competencies = List.of("a", "b", "c", "d").subList(0, 1 + random.nextInt(4)).stream()
                .map(skill -> Competency.builder()
                        .skill(skill)
                        .level(1 + random.nextInt(5))
                        .importance(random.nextBoolean() ? Importance.MUST : Importance.NICE)
                        .weight(1 + random.nextInt(3))
                        .build())
                .toList();
        List<String> asked = List.of("en", "de").subList(0, random.nextInt(3));
        List<String> further = List.of("fr", "nl").subList(0, random.nextInt(3));
        Map<String, Integer> skills = Map.of("a", 1 + random.nextInt(5), "c", 1 + random.nextInt(5));
        List<String> spoken = List.of("de", "fr", "en").subList(0, random.nextInt(4));
        return new Drawn(new RoleProfile(competencies, asked, further), skills, spoken);
    }

    @Property
    void degree_isTheMean_asReckonedByHand(@ForAll long seed) {
        Drawn drawn = draw(seed);
        double sum = 0;
        double weights = 0;
        boolean fits = true;
        int levels = 0;
        for (Competency asked : drawn.profile().competencies()) {
            int level = drawn.skills().getOrDefault(asked.skill(), 0);
            sum += asked.weight() * Math.min(level, asked.level()) / asked.level();
            weights += asked.weight();
            levels += Math.max(0, asked.level() - level);
            fits &= level >= asked.level() || asked.importance() == Importance.NICE;
        }
        for (String language : drawn.profile().languages()) {
            sum += drawn.languages().contains(language) ? 1 : 0;
            weights++;
            fits &= drawn.languages().contains(language);
        }
        for (String language : drawn.profile().furtherLanguages()) {
            sum += drawn.languages().contains(language) ? 1 : 0;
            weights++;
        }
        Fit fit = Fit.of(
                person(drawn.skills(), drawn.languages().toArray(String[]::new)).build(), role(drawn.profile()));

        assertThat(fit.degree()).isCloseTo(sum / weights, within(1e-12));
        assertThat(fit.fits()).isEqualTo(fits).isEqualTo(fit.lacks().isEmpty());
        assertThat(fit.gaps().stream().mapToInt(CompetencyGap::levels).sum()).isEqualTo(levels);
        assertThat(fit.reasons().foldsToItsValue()).isTrue();
    }

    @Property
    void whoLearns_fitsNoWorse(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int which) {
        Drawn drawn = draw(seed);
        String skill = List.of("a", "b", "c", "d").get(which);
        Map<String, Integer> more = new TreeMap<>(drawn.skills());
        more.merge(skill, 1, (level, one) -> Math.min(5, level + one));
        String[] languages = drawn.languages().toArray(String[]::new);
        Fit before = Fit.of(person(drawn.skills(), languages).build(), role(drawn.profile()));
        Fit after = Fit.of(person(more, languages).build(), role(drawn.profile()));

        assertThat(after.degree()).isGreaterThanOrEqualTo(before.degree());
        assertThat(after.fits() || !before.fits()).isTrue();
    }

    @Property
    void nothingButSkillsAndLanguages_takesPart(@ForAll long seed) {
        Drawn drawn = draw(seed);
        String[] languages = drawn.languages().toArray(String[]::new);
        Fit one = Fit.of(person(drawn.skills(), languages).build(), role(drawn.profile()));
        Fit other = Fit.of(
                person(drawn.skills(), languages)
                        .name(seed % 2 == 0 ? "Mia" : "Old Tom")
                        .zone(ZoneId.of("Asia/Tokyo"))
                        .hoursPerWeek(BigDecimal.ONE)
                        .hourlyCost(Money.parse("EUR 1.00"))
                        .team("other")
                        .joinedOn(LocalDate.of(1990, 1, 1))
                        .build(),
                role(drawn.profile()));

        assertThat(other.degree()).isEqualTo(one.degree());
        assertThat(other.gaps()).isEqualTo(one.gaps());
        assertThat(other.toString()).isEqualTo(one.toString());
    }
}
