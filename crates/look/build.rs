//! Looks at the catalogues again when one is added or removed: the embedding macro alone would not notice.

fn main() {
    println!("cargo::rerun-if-changed=words");
}
