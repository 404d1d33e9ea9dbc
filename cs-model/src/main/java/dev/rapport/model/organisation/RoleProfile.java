package dev.rapport.model.organisation;

import java.util.List;

/**
 * What a role asks of whoever holds it. Nothing about a person but abilities and languages can be asked for.
 *
 * @param competencies  what to be able to do, each skill once
 * @param languages  the languages that the role cannot do without, as ISO 639 codes
 * @param furtherLanguages  the languages that are good to have
 */
public record RoleProfile(List<Competency> competencies, List<String> languages, List<String> furtherLanguages) {

    /**
     * Copies the lists.
     *
     * @param competencies  what to be able to do
     * @param languages  the languages that the role cannot do without
     * @param furtherLanguages  the languages that are good to have
     */
    public RoleProfile {
        competencies = List.copyOf(competencies);
        languages = List.copyOf(languages);
        furtherLanguages = List.copyOf(furtherLanguages);
    }

    /**
     * A profile without languages.
     *
     * @param competencies  what to be able to do
     * @return the profile
     */
    public static RoleProfile of(Competency... competencies) {
        return new RoleProfile(List.of(competencies), List.of(), List.of());
    }

    /**
     * The same with languages that the role cannot do without.
     *
     * @param codes  ISO 639 codes
     * @return the profile
     */
    public RoleProfile speaking(String... codes) {
        return new RoleProfile(competencies, List.of(codes), furtherLanguages);
    }
}
