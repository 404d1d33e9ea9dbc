package dev.rapport.model.organisation;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds all that is wrong with the profile of a role, each at its place in the document. */
final class RoleProfileCheck {

    private final ProblemCollector problems;

    RoleProfileCheck(ProblemCollector problems) {
        this.problems = problems;
    }

    void check(RoleProfile profile, Location here) {
        if (profile.competencies().isEmpty()
                && profile.languages().isEmpty()
                && profile.furtherLanguages().isEmpty()) {
            problems.error("empty-profile", here, "must ask for a skill or a language, asks for nothing");
        }
        Set<String> skills = new HashSet<>();
        for (int i = 0; i < profile.competencies().size(); i++) {
            Competency competency = profile.competencies().get(i);
            Location place = here.child("competencies").child(i);
            OrganisationCheck.checkLevel(competency.level(), place.child("level"), problems);
            if (!(competency.weight() > 0) || Double.isInfinite(competency.weight())) {
                problems.error("weight", place.child("weight"), "must be > 0, was " + competency.weight());
            }
            if (!skills.add(competency.skill())) {
                problems.error(
                        "repeated-skill",
                        place.child("skill"),
                        "must be asked for once, " + Quote.text(competency.skill()) + " is asked for before");
            }
        }
        Set<String> languages = new HashSet<>();
        checkLanguages(profile.languages(), here.child("languages"), languages);
        checkLanguages(profile.furtherLanguages(), here.child("furtherLanguages"), languages);
    }

    private void checkLanguages(List<String> languages, Location here, Set<String> asked) {
        for (int i = 0; i < languages.size(); i++) {
            if (!asked.add(languages.get(i))) {
                problems.error(
                        "repeated-language",
                        here.child(i),
                        "must be asked for once, " + Quote.text(languages.get(i)) + " is asked for before");
            }
        }
    }
}
