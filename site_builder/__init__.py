"""The localized help site, written from pages and rules, and proved against them before it is published."""




