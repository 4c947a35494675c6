/** Invented names. `native|latin` where the name is written in another script: the latin one makes the e-mail. */
type NameGroup = {
  tones: readonly ('light' | 'medium' | 'dark')[]
  weight: number
  f: readonly string[]
  m: readonly string[]
  families: readonly string[]
}

const words = (text: string) => text.split(', ')

export const nameGroups: readonly NameGroup[] = [
  {
    tones: ['light', 'light', 'medium', 'dark', 'dark'],
    weight: 20,
    f: words('Emily, Grace, Olivia, Hannah, Brooke, Kayla, Jasmine, Savannah'),
    m: words('James, Tyler, Malik, Ethan, Marcus, Logan, Darius, Caleb'),
    families: words(
      "Clarke, Johnson, Whitfield, O'Connor, Hughes, Washington, Bennett, Sinclair-Brown, McAllister, Reed",
    ),
  },
  {
    tones: ['light'],
    weight: 6,
    f: words('Lena, Anneliese, Jördis, Friederike, Käthe, Bettina'),
    m: words('Jürgen, Matthias, Lukas, Björn, Götz, Karl-Heinz'),
    families: words('Hoffmann, Müller, Weiß, von der Schulenburg-Wolfenbüttel, Krug, Schäfer'),
  },
  {
    tones: ['light', 'light', 'medium', 'dark'],
    weight: 5,
    f: words('Camille, Hélène, Chloé, Aïcha, Zoé, Maëlys'),
    m: words('François, Théo, Loïc, Jérôme, Gaël, Baptiste'),
    families: words("Durand, Lefèvre, d'Aubigné, Gauthier, N'Diaye, Beauséjour"),
  },
  {
    tones: ['medium', 'light', 'medium'],
    weight: 12,
    f: words('Marisol, Ximena, Lucía, Begoña, Inés, María José'),
    m: words('José, Ángel, Iñaki, Joaquín, Raúl, Sebastián'),
    families: words('Vega, Núñez, Ortiz de Zárate, García Márquez, Peña, Ibáñez Fernández de Córdoba'),
  },
  {
    tones: ['medium', 'light', 'dark'],
    weight: 4,
    f: words('Conceição, Beatriz, Luíza, Thaís, Inês'),
    m: words('João, Gonçalo, Thiago, Cauã, Davi'),
    families: words('Guimarães, da Conceição, Araújo, Magalhães, dos Santos Simões'),
  },
  {
    tones: ['light'],
    weight: 4,
    f: words('Ingrid, Åsa, Solveig, Freja, Þórdís, Sólrún'),
    m: words('Oskar, Søren, Håkon, Bjørn, Jökull, Åke'),
    families: words('Nyman, Sørensen, Lindqvist, Ødegård, Guðmundsdóttir, Ångström'),
  },
  {
    tones: ['light'],
    weight: 4,
    f: words('Hanna, Małgorzata, Wiśka, Agnieszka, Żaneta'),
    m: words('Łukasz, Paweł, Grzegorz, Michał, Zbigniew'),
    families: words('Kowalczyk, Brzęczyszczykiewicz, Wójcik, Zięba, Łukaszewska'),
  },
  {
    tones: ['light'],
    weight: 3,
    f: words('Žofie, Jiřina, Kateřina, Ljiljana'),
    m: words('Jiří, Ondřej, Đorđe, Željko'),
    families: words('Dvořáková, Nováček, Đurić, Škvorecký, Krstanović-Petrović'),
  },
  {
    tones: ['light'],
    weight: 4,
    f: words('Надежда|nadezhda, Ольга|olga, Юлія|yuliia, Светлана|svetlana'),
    m: words('Дмитрий|dmitri, Олександр|oleksandr, Иван|ivan, Георгий|georgi'),
    families: words('Петрова|petrova, Шевченко|shevchenko, Иванов|ivanov, Щербакова|shcherbakova'),
  },
  {
    tones: ['light', 'medium'],
    weight: 3,
    f: words('Ελένη|eleni, Σοφία|sofia, Δέσποινα|despina'),
    m: words('Γιώργος|giorgos, Νίκος|nikos, Ευάγγελος|evangelos'),
    families: words('Παπαδάκη|papadaki, Σταύρου|stavrou, Παπακωνσταντίνου|papakonstantinou'),
  },
  {
    tones: ['medium'],
    weight: 3,
    f: words('Ayşe, Gülşah, Çiğdem, Işıl'),
    m: words('Oğuz, Çağrı, Şükrü, İbrahim'),
    families: words('Yıldız, Öztürk, Çelik, Kılıçdaroğlu'),
  },
  {
    tones: ['medium', 'medium', 'light', 'dark'],
    weight: 6,
    f: words('فاطمة|fatima, نور|nour, ليلى|layla, مريم|maryam'),
    m: words('محمد|mohammed, يوسف|yousef, عمر|omar, عبد الرحمن|abdulrahman'),
    families: words('الخطيب|alkhatib, حدّاد|haddad, المصري|almasri, بن سليمان|bin.sulaiman'),
  },
  {
    tones: ['light', 'medium'],
    weight: 3,
    f: words('נועה|noa, תמר|tamar, יעל|yael'),
    m: words('אורי|uri, איתן|eitan, דוד|david'),
    families: words('כהן|cohen, לוי|levi, בן־דוד|ben-david'),
  },
  {
    tones: ['medium', 'light'],
    weight: 3,
    f: words('شیرین|shirin, پریسا|parisa, نرگس|narges'),
    m: words('کیان|kian, رضا|reza, بهرام|bahram'),
    families: words('رستمی|rostami, فرهادی|farhadi, یزدانی|yazdani'),
  },
  {
    tones: ['medium', 'medium', 'dark'],
    weight: 9,
    f: words('Priya, Ananya, Lakshmi, Divya, Meera'),
    m: words('Rohan, Arjun, Vikram, Sanjay, Harpreet'),
    families: words('Raman, Deshpande, Venkataraghavan, Singh, Mukhopadhyay, Iyer'),
  },
  {
    tones: ['medium'],
    weight: 3,
    f: words('अनुष्का|anushka, कविता|kavita, সুমিত্রা|sumitra'),
    m: words('राहुल|rahul, अमित|amit, অর্ণব|arnab'),
    families: words('शर्मा|sharma, वर्मा|varma, চট্টোপাধ্যায়|chattopadhyay'),
  },
  {
    tones: ['light', 'medium'],
    weight: 8,
    f: words('Mei, Xiuying, Jingyi, Lihua, Yuxuan'),
    m: words('Wei, Jun, Zihan, Haoran, Ming'),
    families: words('Zhang, Li, Ouyang, Chen, Wu, Xu'),
  },
  {
    tones: ['light', 'medium'],
    weight: 4,
    f: words('秀英|xiuying, 詩涵|shihan, 美玲|meiling'),
    m: words('偉|wei, 子軒|zixuan, 建國|jianguo'),
    families: words('張|zhang, 歐陽|ouyang, 陳|chen'),
  },
  {
    tones: ['light', 'medium'],
    weight: 3,
    f: words('愛子|aiko, さくら|sakura, 美咲|misaki'),
    m: words('健太|kenta, 翔|sho, 大輔|daisuke'),
    families: words('田辺|tanabe, 佐々木|sasaki, 長谷川|hasegawa'),
  },
  {
    tones: ['light', 'medium'],
    weight: 4,
    f: words('서연|seoyeon, 지우|jiwoo, 하은|haeun'),
    m: words('민준|minjun, 도윤|doyun, 현우|hyunwoo'),
    families: words('김|kim, 서|seo, 남궁|namgung'),
  },
  {
    tones: ['medium', 'light'],
    weight: 5,
    f: words('Nguyệt, Thảo, Hương, Ánh'),
    m: words('Đức, Hoàng, Quốc Bảo, Tuấn'),
    families: words('Nguyễn, Trần, Phạm, Võ Thị'),
  },
  {
    tones: ['medium'],
    weight: 3,
    f: words('Ploy, Suda, ณัฐธิดา|natthida'),
    m: words('Somchai, Anan, ธีรภัทร|theeraphat'),
    families: words('Wongsakul, Srisuwan, ศรีสุวรรณ|srisuwan'),
  },
  {
    tones: ['dark'],
    weight: 8,
    f: words('Amara, Chidinma, Ngozi, Adaeze, Títílayọ̀'),
    m: words('Olú, Chukwuemeka, Tunde, Babajide, Ọlámidé'),
    families: words('Okafor, Adéyẹmí, Nwachukwu, Oluwaseun-Adebayo, Eze'),
  },
  {
    tones: ['dark', 'dark', 'medium'],
    weight: 4,
    f: words('Zanele, Thandiwe, Wanjikũ, Tsehay'),
    m: words('Sipho, Kwame, Kamau, Abebe'),
    families: words("Dube, Mensah, Ng'ang'a, Tesfaye, !Nawaseb"),
  },
  {
    tones: ['medium'],
    weight: 3,
    f: words("Leilani, Kalea, Mereana, 'Alisi"),
    m: words('Kai, Tāne, Mikaere, Keoni'),
    families: words("Kealoha, Te Rangi Hīroa, Kahananui, Tu'ipulotu"),
  },
]

export const departments = [
  'Chemistry',
  'History',
  'Nursing',
  'Computer Science',
  'Music',
  'Facilities',
  'Library',
  'Admissions',
] as const
export const cardTypes = [
  'Student',
  'Student',
  'Student',
  'Student',
  'Employee',
  'Faculty',
  'Affiliate',
] as const
