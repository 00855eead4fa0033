package org.batchuploader.geonode.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoPasswordTest {
    private static final String PASSWORD = "s3crét";

    private final Pbkdf2 java = Pbkdf2.ofJava();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2_sha1$1000000$abcdefghijklmnopqrstuv$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha256$1000000$abcdefghijklmnopqrstuv$vzEbnO3ORpfFxLemTmX5gzJHvm+0kUFPaAvZO9h+8WM=",
                "pbkdf2sha1_wrapped_sha1$1000000$abcdefghijklmnopqrstuv$+E8MtPYUy676giE+OLY4DdbiZNo=",
                "sha1$abcdefghijklmnopqrstuv$b7189cde2e051874937c2505c7c3f06b5295e4ce"
            })
    void every_form_that_geonode_stores_is_checked(String stored) {
        DjangoPassword password = DjangoPassword.parse(stored).orElseThrow();

        assertThat(password.matches(PASSWORD, java)).isTrue();
        assertThat(password.matches("s3cret", java)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "!Zk0pbkdf2_sha1$1$a$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "plain",
                "md5$salt$0123456789abcdef0123456789abcdef",
                "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdA$aGFzaA",
                "bcrypt_sha256$$2b$12$abcdefghijklmnopqrstuv",
                "sha1$$b7189cde2e051874937c2505c7c3f06b5295e4ce",
                "sha1$salt$b7189cde",
                "sha1$salt$not hexadecimal",
                "sha1$salt",
                "pbkdf2_sha1$x$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha1$0$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha1$-1$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha1$2147483647$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha1$99999999999$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha1$1000$$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha1$1000$salt$",
                "pbkdf2_sha1$1000$salt$****",
                "pbkdf2_sha256$1000$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=",
                "pbkdf2_sha1$1000$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=$more"
            })
    void what_is_unusable_unknown_or_damaged_is_no_password(String stored) {
        assertThat(DjangoPassword.parse(stored)).isEmpty();
    }

    @Test
    void a_check_costs_the_same_whether_the_name_is_known_or_not() {
        String dear = "pbkdf2_sha1$2000$salt$Ood6ONbvlz1l1yaWzeWa8vcXuus=";
        String cheap = "sha1$abcdefghijklmnopqrstuv$b7189cde2e051874937c2505c7c3f06b5295e4ce";
        var spent = new long[1];
        Pbkdf2 counting = (form, password, salt, rounds) -> {
            spent[0] += rounds;
            return java.derive(form, password, salt, rounds);
        };
        var check = new PasswordCheck(counting, 1500);

        assertThat(cost(check, spent, PASSWORD, null)).isEqualTo(1500);
        assertThat(cost(check, spent, PASSWORD, cheap)).isEqualTo(1500);
        assertThat(cost(check, spent, PASSWORD, dear)).isEqualTo(2000);
        assertThat(cost(check, spent, PASSWORD, null)).isEqualTo(2000);
        assertThat(cost(check, spent, PASSWORD, "!")).isEqualTo(2000);
        assertThat(cost(check, spent, "", cheap)).isEqualTo(2000);
        assertThat(cost(check, spent, "x".repeat(5000), dear)).isEqualTo(2000);
    }

    private static long cost(
            PasswordCheck check, long[] spent, String password, @org.jspecify.annotations.Nullable String stored) {
        spent[0] = 0;
        check.matches(password, stored);
        return spent[0];
    }
}
