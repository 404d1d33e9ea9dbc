package dev.rapport.engagement.team;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.organisation.Competency;
import dev.rapport.model.organisation.Importance;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.RoleProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How well a person fits a role: what fits, what is missing and by how many levels. Immutable.
 *
 * <pre>{@code
 * Fit fit = Fit.of(anna, leadOfOnboarding);
 * fit.fits();                                 // nothing that the role cannot do without is missing
 * fit.gaps().get(0).levels();                 // how much of it
 * ExplanationText.showing(OPEN).lines(fit.reasons());
 * }</pre>
 *
 * <p>A skill counts by its level, divided by the level asked for, at most 1; a language counts 1 or 0. The degree is the
 * mean of these by their weights. Only skills and languages are read: nothing else that is known of a person takes part.
 */
public final class Fit {

    /** Who fits first, then by degree; of equals the order stays. */
    static final Comparator<Fit> BEST_FIRST =
            Comparator.comparing(Fit::fits).thenComparingInt(Fit::thousandths).reversed();

    private static final String MISSING = "missing";

    private final String memberId;
    private final String role;
    private final List<CompetencyGap> gaps;
    private final List<String> missingLanguages;
    private final List<String> missingFurtherLanguages;
    private final Explanation reasons;

    private Fit(Member member, Role role, RoleProfile profile) {
        this.memberId = member.id();
        this.role = role.id();
        this.gaps = profile.competencies().stream()
                .filter(asked -> member.level(asked.skill()) < asked.level())
                .map(asked -> new CompetencyGap(asked, member.level(asked.skill())))
                .toList();
        this.missingLanguages = unspoken(profile.languages(), member);
        this.missingFurtherLanguages = unspoken(profile.furtherLanguages(), member);
        this.reasons = reasons(member, profile);
    }

    /**
     * Holds a person against a role.
     *
     * @param member  the person
     * @param role  the role
     * @return the fit
     * @throws IllegalArgumentException if the role has no profile
     */
    public static Fit of(Member member, Role role) {
        RoleProfile profile = role.profile()
                .orElseThrow(() -> new IllegalArgumentException("role (" + role.id()
                        + ") must have a profile.\nMaybe declare what it asks for in the organisation's document."));
        return new Fit(requireNonNull(member, "member"), role, profile);
    }

    private static List<String> unspoken(List<String> languages, Member member) {
        return languages.stream()
                .filter(language -> !member.languages().contains(language))
                .toList();
    }

    private static Explanation reasons(Member member, RoleProfile profile) {
        List<Explanation> parts = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Competency asked : profile.competencies()) {
            parts.add(ofSkill(asked, member.level(asked.skill())));
            weights.add(asked.weight());
        }
        for (String language : profile.languages()) {
            parts.add(ofLanguage(language, member, Importance.MUST));
            weights.add(1.0);
        }
        for (String language : profile.furtherLanguages()) {
            parts.add(ofLanguage(language, member, Importance.NICE));
            weights.add(1.0);
        }
        return Explanation.weightedMeanOf("team.fit", parts, weights, Handling.REDISTRIBUTE, 0);
    }

    private static Explanation ofSkill(Competency asked, int level) {
        int missing = asked.level() - level;
        String words = "level " + level + " of " + asked.level() + " asked for, " + word(asked.importance())
                + (missing > 0 ? ": " + missing + (missing == 1 ? " level is " : " levels are ") + MISSING : "");
        return Explanation.stated("skill." + asked.skill(), Math.min(1, level / (double) asked.level()), words);
    }

    private static Explanation ofLanguage(String language, Member member, Importance importance) {
        boolean speaks = member.languages().contains(language);
        return Explanation.stated(
                "language." + language, speaks ? 1 : 0, (speaks ? "spoken, " : MISSING + ", ") + word(importance));
    }

    private static String word(Importance importance) {
        return importance.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The person.
     *
     * @return the id of the member
     */
    public String memberId() {
        return memberId;
    }

    /**
     * The role.
     *
     * @return the id of the role
     */
    public String role() {
        return role;
    }

    /**
     * Says whether the person has all that the role cannot do without.
     *
     * @return true if nothing is missing but what is nice to have
     */
    public boolean fits() {
        return missingLanguages.isEmpty()
                && gaps.stream().noneMatch(gap -> gap.competency().importance() == Importance.MUST);
    }

    /**
     * How much of what is asked for there is.
     *
     * @return the degree, 0 for nothing to 1 for all
     */
    public double degree() {
        return reasons.value().orElse(0);
    }

    /** The degree as it is compared: what differs by less is equal. */
    int thousandths() {
        return (int) Math.round(degree() * 1_000);
    }

    /**
     * The skills that are not there, or not well enough.
     *
     * @return the gaps, in the order of the profile
     */
    public List<CompetencyGap> gaps() {
        return gaps;
    }

    /**
     * The languages that the role cannot do without and the person does not speak.
     *
     * @return ISO 639 codes, in the order of the profile
     */
    public List<String> missingLanguages() {
        return missingLanguages;
    }

    /**
     * The languages that would be good to have and the person does not speak.
     *
     * @return ISO 639 codes, in the order of the profile
     */
    public List<String> missingFurtherLanguages() {
        return missingFurtherLanguages;
    }

    /**
     * How the degree comes about.
     *
     * @return a mean of each skill and language by their weights
     */
    public Explanation reasons() {
        return reasons;
    }

    /** What must be there and is not, in words; empty if the person fits. */
    List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        for (CompetencyGap gap : gaps) {
            if (gap.competency().importance() == Importance.MUST) {
                lacks.add(gap.levels()
                        + (gap.levels() == 1 ? " level of " : " levels of ")
                        + gap.competency().skill());
            }
        }
        missingLanguages.forEach(language -> lacks.add("the language " + language));
        return lacks;
    }

    /** Who, for which role, and how well. */
    @Override
    public String toString() {
        return memberId + " as " + role + ": " + reasons + (fits() ? "" : ", lacks " + String.join(" and ", lacks()));
    }
}
