package dev.steward.feedback.customer;

import java.util.Set;

/// Domains of free-mail providers: an address there does not show which company a person belongs
/// to.
final class FreeMailDomains {

    private static final Set<String> DOMAINS =
            Set.of(
                    "aol.com",
                    "gmail.com",
                    "gmx.de",
                    "gmx.net",
                    "googlemail.com",
                    "hotmail.com",
                    "icloud.com",
                    "live.com",
                    "mail.com",
                    "mail.ru",
                    "me.com",
                    "msn.com",
                    "outlook.com",
                    "pm.me",
                    "proton.me",
                    "protonmail.com",
                    "qq.com",
                    "t-online.de",
                    "web.de",
                    "yahoo.com",
                    "yandex.ru",
                    "ymail.com",
                    "zoho.com",
                    "163.com");

    private FreeMailDomains() {}

    static boolean contains(String domain) {
        return DOMAINS.contains(domain);
    }
}
